package io.takewithott.benchmarks.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.catalog.index.NameField;
import io.takewithott.catalog.index.SearchIndex;
import io.takewithott.core.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The films of the sample world with their lines, and an index of them. */
record ShippedFilms(List<ShippedTitle> titles, List<ShippedLine> lines) {
  static final String FILE = "functions/local/src/main/resources/world/films.jsonl";

  /**
   * @param root of the checkout
   */
  static ShippedFilms read(Path root) {
    List<ShippedTitle> titles = new ArrayList<>();
    List<ShippedLine> lines = new ArrayList<>();
    try {
      for (String row : Files.readAllLines(root.resolve(FILE))) {
        JsonNode film = Json.tree(row.getBytes(StandardCharsets.UTF_8));
        long titleId = film.path("id").asLong();
        List<String> people = new ArrayList<>();
        film.path("directors").forEach(person -> people.add(person.asText()));
        film.path("cast").forEach(person -> people.add(person.asText()));
        titles.add(
            new ShippedTitle(
                titleId,
                film.path("title").asText(),
                film.path("originalTitle").asText(),
                film.path("englishTitle").asText(""),
                people));
        for (JsonNode line : film.path("lines")) {
          lines.add(new ShippedLine(lines.size() + 1, titleId, line.path("text").asText()));
        }
      }
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
    return new ShippedFilms(titles, lines);
  }

  SearchIndex index() {
    SearchIndex.Builder index = SearchIndex.builder();
    addTo(index);
    return index.build(0);
  }

  void addTo(SearchIndex.Builder index) {
    for (ShippedTitle title : titles) {
      index.name(NameField.TITLE, title.titleId(), 0, title.title());
      if (!title.originalTitle().equals(title.title())) {
        index.name(NameField.ORIGINAL_TITLE, title.titleId(), 0, title.originalTitle());
      }
      index.name(NameField.ENGLISH_TITLE, title.titleId(), 0, title.englishTitle());
      for (String person : title.people()) {
        long personId = Integer.toUnsignedLong(person.hashCode());
        int bar = person.indexOf('|');
        index.name(NameField.PERSON, personId, 0, person.substring(0, Math.max(0, bar)));
        index.name(NameField.PERSON_ORIGINAL, personId, 0, person.substring(bar + 1));
      }
    }
    lines.forEach(line -> index.line(line.lineId(), line.titleId(), line.text()));
  }

  /**
   * @param people as {@code Korean name|own name}
   */
  record ShippedTitle(
      long titleId, String title, String originalTitle, String englishTitle, List<String> people) {}

  record ShippedLine(long lineId, long titleId, String text) {}
}
