package io.takewithott.catalog.importing;

import io.takewithott.catalog.tmdb.TitleFacts;
import io.takewithott.catalog.tmdb.TitleKey;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is to come of one title.
 *
 * @param titleId ours, if there is one
 * @param fields of a changed title those that differ
 * @param gone whether TMDB knows none of that number
 * @param facts what is to be written; null where nothing is
 */
record Verdict(
    TitleKey key,
    Outcome outcome,
    @Nullable Long titleId,
    @Nullable String imdbId,
    @Nullable String title,
    List<String> fields,
    @Nullable String reason,
    boolean gone,
    @Nullable TitleFacts facts) {

  /** As the database names them. */
  enum Outcome {
    ADDED,
    CHANGED,
    UNCHANGED,
    /** TMDB knows it no more; it stays. */
    VANISHED,
    /** TMDB does not know it, and neither do we. */
    ABSENT,
    /** Nothing that we show. */
    REFUSED,
    /** To be read again by the next run. */
    FAILED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Nothing is to be written. */
  static Verdict without(Reading reading, Outcome outcome, @Nullable KnownTitle known) {
    return new Verdict(
        reading.key(),
        outcome,
        known == null ? null : known.titleId(),
        null,
        known == null ? null : known.facts().title(),
        List.of(),
        reading.failure(),
        reading.gone(),
        null);
  }
}
