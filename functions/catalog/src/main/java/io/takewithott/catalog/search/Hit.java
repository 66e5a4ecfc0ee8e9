package io.takewithott.catalog.search;

import io.takewithott.catalog.lines.FoundLine;
import io.takewithott.catalog.search.GenreName.FoundGenre;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the index found, before the database is asked what it looks like.
 *
 * @param millionths of its score
 * @param name of a title or a person; of a line or a genre the other two are there
 */
record Hit(
    String type,
    String id,
    long millionths,
    @Nullable FoundName name,
    @Nullable FoundLine line,
    @Nullable FoundGenre genre) {
  static final String TITLE = "title";
  static final String PERSON = "person";
  static final String LINE = "line";
  static final String GENRE = "genre";

  /** By type and id among equals, as the cursor goes. */
  static final Comparator<Hit> ORDER =
      Comparator.comparingLong((Hit hit) -> hit.millionths())
          .reversed()
          .thenComparing(Hit::type)
          .thenComparing(Hit::id);

  private static final double MILLION = 1_000_000;

  /** A line that is certain comes behind a title of that very name, and before all else. */
  private static final double OF_A_LINE = 0.95;

  static Hit of(FoundName name) {
    return new Hit(
        name.field().isPerson() ? PERSON : TITLE,
        Long.toString(name.owner()),
        millionths(name.score()),
        name,
        null,
        null);
  }

  static Hit of(FoundLine line) {
    return new Hit(
        LINE,
        Long.toString(line.lineId()),
        millionths(OF_A_LINE * line.confidence()),
        null,
        line,
        null);
  }

  static Hit of(FoundGenre genre) {
    return new Hit(GENRE, genre.genre().genre(), millionths(genre.score()), null, null, genre);
  }

  private static long millionths(double score) {
    return Math.round(MILLION * Math.max(0, score));
  }
}
