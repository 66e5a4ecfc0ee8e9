package io.takewithott.catalog.home;

import io.takewithott.catalog.home.HomeResponse.HomeCard;
import io.takewithott.catalog.home.HomeResponse.HomeRow;
import io.takewithott.core.ranking.RankedRow;
import io.takewithott.core.ranking.RankedRow.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page without any ranking: before the first training, or while S3 is down. What is popular, what
 * is new, and popular titles by genre; no title twice.
 */
final class CataloguePage {
  /** Titles to ask the database for. */
  static final int POPULAR = 180;

  static final int NEWEST = 24;

  private static final int ROW = 20;
  private static final int SHORTEST_GENRE_ROW = 5;
  private static final int MOST_GENRE_ROWS = 7;

  private final List<HomeTitle> titles;
  private final Set<Long> shown = new HashSet<>();

  private CataloguePage(List<HomeTitle> titles) {
    this.titles = titles.stream().filter(HomeTitle::showable).toList();
  }

  static List<HomeRow> rows(List<HomeTitle> titles) {
    return new CataloguePage(titles).rows();
  }

  private List<HomeRow> rows() {
    List<HomeRow> rows = new ArrayList<>();
    add(rows, Kind.POPULAR, Optional.empty(), by(HomeTitle::popular));
    add(rows, Kind.NEW, Optional.empty(), by(HomeTitle::newest));
    Map<String, List<HomeTitle>> genres = new LinkedHashMap<>();
    by(HomeTitle::popular).stream()
        .filter(title -> !shown.contains(title.titleId()) && !title.genres().isEmpty())
        .forEach(
            title ->
                genres.computeIfAbsent(title.genres().get(0), g -> new ArrayList<>()).add(title));
    genres.entrySet().stream()
        .filter(genre -> genre.getValue().size() >= SHORTEST_GENRE_ROW)
        .sorted(Comparator.comparing(genre -> -genre.getValue().size()))
        .limit(MOST_GENRE_ROWS)
        .forEach(
            genre ->
                add(
                    rows,
                    Kind.GENRE,
                    Optional.of(RankedRow.Subject.of(genre.getKey())),
                    genre.getValue()));
    return rows;
  }

  private List<HomeTitle> by(Function<HomeTitle, @Nullable Integer> place) {
    return titles.stream()
        .filter(title -> place.apply(title) != null)
        .sorted(Comparator.comparing(title -> Objects.requireNonNull(place.apply(title))))
        .toList();
  }

  private void add(
      List<HomeRow> rows,
      Kind kind,
      Optional<RankedRow.Subject> subject,
      List<HomeTitle> candidates) {
    List<HomeCard> cards =
        candidates.stream()
            .filter(title -> !shown.contains(title.titleId()))
            .limit(ROW)
            .map(title -> HomeCard.unranked(title.card()))
            .toList();
    cards.forEach(card -> shown.add(card.title().titleId()));
    if (!cards.isEmpty()) {
      rows.add(new HomeRow(kind.name(), Optional.empty(), subject, cards));
    }
  }
}
