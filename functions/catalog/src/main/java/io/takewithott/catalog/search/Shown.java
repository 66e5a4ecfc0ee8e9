package io.takewithott.catalog.search;

import io.takewithott.catalog.index.FoundStore;
import io.takewithott.catalog.index.FoundStore.Stored;
import io.takewithott.catalog.index.FoundStore.StoredLine;
import io.takewithott.catalog.index.FoundStore.StoredPerson;
import io.takewithott.catalog.index.FoundStore.StoredTitle;
import io.takewithott.catalog.lines.LineAnswer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hits as the database knows them now; what is gone from there is not shown. */
final class Shown {
  private final Map<Long, StoredTitle> titles = new HashMap<>();
  private final Map<Long, StoredPerson> people = new HashMap<>();
  private final Map<Long, StoredLine> lines = new HashMap<>();

  private Shown(Stored stored) {
    stored.titles().forEach(title -> titles.put(title.titleId(), title));
    stored.people().forEach(person -> people.put(person.personId(), person));
    stored.lines().forEach(line -> lines.put(line.lineId(), line));
  }

  /** The results that the hits are, in their order; one call. */
  static List<SearchResult> of(List<Hit> hits, FoundStore store) {
    if (hits.isEmpty()) {
      return List.of();
    }
    Shown shown =
        new Shown(store.find(ids(hits, Hit.TITLE), ids(hits, Hit.PERSON), ids(hits, Hit.LINE)));
    return hits.stream().flatMap(hit -> shown.result(hit).stream()).toList();
  }

  private static List<Long> ids(List<Hit> hits, String type) {
    return hits.stream()
        .filter(hit -> hit.type().equals(type))
        .map(hit -> Long.valueOf(hit.id()))
        .toList();
  }

  private Optional<SearchResult> result(Hit hit) {
    if (hit.genre() != null) {
      return Optional.of(SearchResult.of(hit.genre()));
    }
    if (hit.line() != null) {
      StoredLine line = lines.get(hit.line().lineId());
      StoredTitle title = line == null ? null : titles.get(line.titleId());
      return line == null || title == null
          ? Optional.empty()
          : Optional.of(
              SearchResult.of(LineAnswer.of(hit.line(), line.line(), line.speaker(), title)));
    }
    FoundName name = hit.name();
    if (name == null) {
      return Optional.empty();
    }
    return name.field().isPerson()
        ? Optional.ofNullable(people.get(name.owner())).map(person -> SearchResult.of(person, name))
        : Optional.ofNullable(titles.get(name.owner())).map(title -> SearchResult.of(title, name));
  }
}
