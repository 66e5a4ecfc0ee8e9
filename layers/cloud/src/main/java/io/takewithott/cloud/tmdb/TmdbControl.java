package io.takewithott.cloud.tmdb;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * How it is told to behave: {@code POST /_local/standins/tmdb/throttled?times=2}, {@code
 * …/faults?seed=1&share=50} (thousandths), {@code …/gone?kind=movie&id=1}, {@code
 * …/renamed?kind=movie&id=1&title=…}, {@code …/drawn?seed=1&titles=500} for more titles; {@code
 * DELETE} has it behave, and {@code GET} tells how often it was asked.
 */
final class TmdbControl {
  private final ObjectMapper mapper = new ObjectMapper();
  private final TmdbBook book;
  private final TmdbFaults faults;
  private final InstantSource clock;

  TmdbControl(TmdbBook book, TmdbFaults faults, InstantSource clock) {
    this.book = book;
    this.faults = faults;
    this.clock = clock;
  }

  TmdbAnswer answer(String method, String path, Map<String, String> query) {
    if (method.equals("DELETE")) {
      faults.clear();
    } else if (method.equals("POST") && !ordered(path.replaceFirst("^/", ""), query)) {
      return TmdbAnswer.notFound();
    }
    ObjectNode state = mapper.createObjectNode();
    state.put("asked", faults.asked()).put("tooEarly", faults.askedTooEarly());
    state.put("titles", book.size());
    faults.shown().forEach((fault, times) -> state.put(fault.name(), times));
    return TmdbAnswer.json(200, state);
  }

  private boolean ordered(String what, Map<String, String> query) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    String kind = query.getOrDefault("kind", "movie");
    switch (what) {
      case "faults" -> faults.draw(number(query, "seed", 1), number(query, "share", 50));
      case "gone" -> book.remove(kind, number(query, "id", 0));
      case "renamed" ->
          book.change(
              kind,
              number(query, "id", 0),
              title -> title.renamed(query.getOrDefault("title", "새 이름"), today));
      case "drawn" ->
          book.put(
              TmdbGenerator.titles(number(query, "seed", 1), number(query, "titles", 100), today));
      default -> {
        Optional<TmdbFault> fault = TmdbFault.named(what);
        fault.ifPresent(one -> faults.order(one, number(query, "times", 1)));
        return fault.isPresent();
      }
    }
    return true;
  }

  private static int number(Map<String, String> query, String name, int otherwise) {
    String text = query.getOrDefault(name, "");
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : otherwise;
  }
}
