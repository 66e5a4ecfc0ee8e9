package io.takewithott.benchmarks.search;

import io.takewithott.benchmarks.report.Table;
import io.takewithott.benchmarks.search.LineQueries.LineQuery;
import io.takewithott.benchmarks.search.ShippedFilms.ShippedTitle;
import io.takewithott.catalog.index.Lookup;
import io.takewithott.catalog.lines.FoundLine;
import io.takewithott.catalog.lines.LineFinder;
import io.takewithott.catalog.search.FoundName;
import io.takewithott.catalog.search.NameFinder;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Recall of spoiled lines and titles, and answers given where there is none. What is judged is what
 * a user is shown: a line that was found and is not shown for lack of confidence counts as missed.
 */
final class SearchQuality {
  private static final int SHOWN = 5;

  private final ShippedFilms films;
  private final Lookup lookup;

  SearchQuality(ShippedFilms films, Lookup lookup) {
    this.films = films;
    this.lookup = lookup;
  }

  Map<Corruption, Recall> lines(long seed) {
    Map<Corruption, Recall> recalls = new EnumMap<>(Corruption.class);
    for (LineQuery query : LineQueries.of(films.lines(), seed)) {
      List<Long> shown =
          LineFinder.find(lookup, query.text(), SHOWN).stream().map(FoundLine::titleId).toList();
      recalls
          .computeIfAbsent(query.corruption(), kind -> new Recall())
          .add(shown.indexOf(query.line().titleId()));
    }
    return recalls;
  }

  /** Sentences that are in no line, and are answered with one. */
  List<String> falselyAnswered() {
    return LineQueries.unheard().stream()
        .filter(sentence -> !LineFinder.find(lookup, sentence, 1).isEmpty())
        .toList();
  }

  Map<TitleSpoiling, Recall> titles(long seed) {
    TitleSpoiler spoiler = new TitleSpoiler(seed);
    Map<TitleSpoiling, Recall> recalls = new EnumMap<>(TitleSpoiling.class);
    for (ShippedTitle title : films.titles()) {
      for (TitleSpoiling spoiling : TitleSpoiling.values()) {
        spoiler
            .spoil(title.title(), spoiling)
            .ifPresent(
                typed -> {
                  List<Long> shown =
                      NameFinder.find(lookup, typed, SHOWN).stream().map(FoundName::owner).toList();
                  recalls
                      .computeIfAbsent(spoiling, kind -> new Recall())
                      .add(shown.indexOf(title.titleId()));
                });
      }
    }
    return recalls;
  }

  static <K> Recall total(Map<K, Recall> recalls) {
    Recall total = new Recall();
    recalls.values().forEach(total::add);
    return total;
  }

  static <K> void report(Map<K, Recall> recalls, String what, Table table) {
    recalls.forEach((kind, recall) -> row(table, what, String.valueOf(kind), recall));
    row(table, what, "all", total(recalls));
  }

  private static void row(Table table, String what, String kind, Recall recall) {
    table.add(
        what,
        kind.toLowerCase(Locale.ROOT).replace('_', ' '),
        String.valueOf(recall.queries()),
        "%.3f".formatted(recall.atOne()),
        "%.3f".formatted(recall.atFive()));
  }
}
