package io.takewithott.catalog.home;

import io.takewithott.catalog.home.HomeResponse.HomeRow;
import io.takewithott.core.ranking.RankedRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The order of rows for somebody who opens and likes some kinds more than others. A row moves up by
 * at most {@link #MOST_PLACES}, by openings o as o / (o + 3), and a genre's row by the number n of
 * latest liked titles of the genre as n / (n + 10), whichever is more; so one opening moves it by
 * one place, and nine by three. The first row stays: it is the best of everything.
 */
final class RowOrder {
  private static final double MOST_PLACES = 4;

  /** So many openings move a row half as far as any number does. */
  private static final double HALF_OPENINGS = 3;

  /** Of the latest thirty; liking is a weaker sign than opening. */
  private static final double HALF_LIKED = 10;

  private RowOrder() {}

  static List<HomeRow> of(List<HomeRow> rows, Behaviour behaviour) {
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      HomeRow row = rows.get(i);
      boolean first = row.kind().equals(RankedRow.Kind.FOR_YOU.name());
      double place = first ? Double.NEGATIVE_INFINITY : i - MOST_PLACES * pull(row, behaviour);
      placed.add(new Placed(row, place));
    }
    return placed.stream()
        .sorted(Comparator.comparingDouble(Placed::place))
        .map(Placed::row)
        .toList();
  }

  private static double pull(HomeRow row, Behaviour behaviour) {
    String subject = row.subject().map(RankedRow.Subject::key).orElse("");
    double opened = part(behaviour.opened(row.kind(), subject), HALF_OPENINGS);
    boolean genre = row.kind().equals(RankedRow.Kind.GENRE.name());
    double liked = genre ? part(behaviour.genres().getOrDefault(subject, 0), HALF_LIKED) : 0;
    return Math.max(opened, liked);
  }

  private static double part(double count, double half) {
    return count / (count + half);
  }

  private record Placed(HomeRow row, double place) {}
}
