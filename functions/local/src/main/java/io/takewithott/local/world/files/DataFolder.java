package io.takewithott.local.world.files;

import io.takewithott.local.world.Contents;
import io.takewithott.local.world.DataRefusedException;
import io.takewithott.local.world.DataSet;
import io.takewithott.local.world.TitleLink;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A data set in a folder; what form it has is seen from its files. */
public final class DataFolder implements DataSet {
  private static final List<Format> FORMATS =
      List.of(
          new MovieLens100k(),
          new MovieLens1m(),
          new MovieLensCsv(),
          new MovieTweetings(),
          new Kmrd());

  /** Names that other sources of titles bear. */
  private static final Set<String> TAKEN_NAMES = Set.of("sample", "tmdb");

  /**
   * Changed whenever the same files give other contents: an import must not go on in another order.
   */
  private static final int READER_VERSION = 1;

  private static final int LONGEST_NAME = 60;
  private static final int NAMES_SHOWN = 12;

  private final String source;
  private final Folder folder;
  private final Format format;
  private final String digest;

  private DataFolder(String source, Folder folder, Format format) {
    this.source = source;
    this.folder = folder;
    this.format = format;
    this.digest = folder.digest(READER_VERSION, format.files(folder));
  }

  /**
   * The data set in this folder, under the folder's name.
   *
   * @throws DataRefusedException when there is none, or none we can read
   */
  public static DataFolder open(Path path) {
    return open(path, nameOf(path));
  }

  /**
   * The data set in this folder, under a name of its own.
   *
   * @throws DataRefusedException when there is none, or none we can read
   */
  public static DataFolder open(Path path, String source) {
    if (!Files.isDirectory(path)) {
      throw new DataRefusedException(
          path
              + (Files.exists(path) ? " is a file, not a folder" : " does not exist")
              + ". "
              + supported());
    }
    return readable(path, () -> opened(new Folder(path), source));
  }

  private static DataFolder opened(Folder folder, String source) {
    Format format = formatOf(folder).orElseThrow(() -> unknown(folder));
    if (TAKEN_NAMES.contains(source) || source.isBlank() || source.length() > LONGEST_NAME) {
      throw new DataRefusedException(
          "A data set cannot bear the name \""
              + source
              + "\". Rename the folder "
              + folder.path()
              + ".");
    }
    format.files(folder).forEach(folder::refuseUnlessText);
    return new DataFolder(source, folder, format);
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public String format() {
    return format.name();
  }

  @Override
  public String digest() {
    return digest;
  }

  @Override
  public Contents read() {
    return readable(
        folder.path(),
        () -> {
          Intake intake = new Intake(folder);
          format.read(folder, intake);
          return intake.contents();
        });
  }

  @Override
  public List<TitleLink> links(Contents contents) {
    return readable(folder.path(), () -> format.links(folder, contents));
  }

  private static <T> T readable(Path path, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (UncheckedIOException unreadable) {
      throw new DataRefusedException(
          path + " cannot be read: " + unreadable.getCause() + ". Nothing was imported.");
    }
  }

  private static Optional<Format> formatOf(Folder folder) {
    return FORMATS.stream().filter(format -> format.recognises(folder)).findFirst();
  }

  private static DataRefusedException unknown(Folder folder) {
    List<String> names = folder.names();
    String found =
        names.isEmpty()
            ? "It is empty."
            : "It holds "
                + names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "))
                + (names.size() > NAMES_SHOWN
                    ? " and " + (names.size() - NAMES_SHOWN) + " more"
                    : "")
                + ".";
    return new DataRefusedException(
        "No rating data is known in "
            + folder.path()
            + ". "
            + found
            + within(folder, names)
            + " "
            + supported());
  }

  /** The folder inside, where the archive was unpacked one level too deep. */
  private static String within(Folder folder, List<String> names) {
    return names.stream()
        .filter(name -> name.endsWith("/"))
        .limit(NAMES_SHOWN)
        .map(name -> name.substring(0, name.length() - 1))
        .flatMap(
            name ->
                formatOf(new Folder(folder.path().resolve(name)))
                    .map(
                        format ->
                            " " + name + " looks like " + format.name() + ": name it instead.")
                    .stream())
        .findFirst()
        .orElse("");
  }

  private static String supported() {
    return FORMATS.stream()
        .map(format -> format.name() + " (" + format.shape() + ")")
        .collect(Collectors.joining("; ", "Supported is a folder of ", "."));
  }

  private static String nameOf(Path path) {
    Path last = path.toAbsolutePath().normalize().getFileName();
    return last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
  }
}
