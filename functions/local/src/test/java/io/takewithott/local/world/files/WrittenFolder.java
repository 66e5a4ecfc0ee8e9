package io.takewithott.local.world.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.takewithott.local.world.BadLine;
import io.takewithott.local.world.Contents;
import io.takewithott.local.world.Ratings;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A folder that a test fills, and what is read from it, as lines of text. */
record WrittenFolder(Path path) {

  DataFolder open() {
    return DataFolder.open(path, "test");
  }

  Contents read() {
    return open().read();
  }

  List<String> titles() {
    return read().titles().stream()
        .map(
            title ->
                "%s: %s = %s (%s) %s"
                    .formatted(
                        title.key(),
                        title.title(),
                        title.originalTitle(),
                        title.year(),
                        String.join(",", title.genres())))
        .toList();
  }

  /** Which title is which elsewhere. */
  List<String> links() {
    DataFolder folder = open();
    return folder.links(folder.read()).stream()
        .map(link -> link.key() + " is " + link.site() + " " + link.link())
        .toList();
  }

  List<String> ratings() {
    Contents contents = read();
    Ratings ratings = contents.ratings();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < ratings.size(); i++) {
      lines.add(
          "%s rates %s: %d at %d"
              .formatted(
                  contents.viewers().get(ratings.viewer(i)).key(),
                  contents.titles().get(ratings.title(i)).key(),
                  ratings.halfStars(i),
                  ratings.ratedAtEpochSeconds(i)));
    }
    return lines;
  }

  List<String> badLines() {
    return read().remarks().firstBadLines().stream().map(BadLine::toString).toList();
  }

  static String many(int count, IntFunction<String> line) {
    return IntStream.rangeClosed(1, count).mapToObj(line).collect(Collectors.joining());
  }

  void write(String name, String text) {
    write(name, text, UTF_8);
  }

  void write(String name, String text, Charset charset) {
    try {
      Files.writeString(path.resolve(name), text, charset);
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  void addLines(String name, Stream<String> lines) throws IOException {
    String more = lines.map(line -> line + "\n").collect(Collectors.joining());
    Path file = path.resolve(name);
    Files.writeString(file, Files.readString(file) + more);
  }
}
