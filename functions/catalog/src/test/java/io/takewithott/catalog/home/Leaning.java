package io.takewithott.catalog.home;

import io.takewithott.core.ranking.RankedRow;
import io.takewithott.core.ranking.RankedRow.Kind;
import io.takewithott.core.ranking.RankedTitle;
import io.takewithott.core.ranking.RankedTitle.Ends;
import io.takewithott.core.ranking.RankedTitle.Shares;
import io.takewithott.core.ranking.Ranking;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A small ranking with ends of alpha. */
final class Leaning {
  private Leaning() {}

  /**
   * Titles by score 5, 3, 6, 9, 4, 8; by what everybody likes 9, 6, 5, 3, 4, 8; by the user's own
   * 4, 3, 5, 8, 9, 6.
   */
  static Ranking ranking(long userId, long tasteVersion) {
    return new Ranking(
        userId,
        tasteVersion,
        "m1",
        Instant.parse("2026-11-21T00:00:00Z"),
        List.of(
            title(5, 0.9, 0.3f, 0.3f),
            title(3, 0.8, 0.2f, 0.4f),
            title(6, 0.7, 0.8f, 0.1f),
            title(9, 0.6, 0.9f, 0.2f),
            title(4, 0.5, 0.1f, 0.5f),
            title(8, 0.4, 0.05f, 0.25f)),
        List.of(row(Kind.FOR_YOU, 5L, 3L, 6L), row(Kind.GENRE, 9L, 8L), row(Kind.TRENDING, 4L)));
  }

  static RankedRow row(Kind kind, Long... titleIds) {
    return new RankedRow(kind, Optional.empty(), List.of(titleIds));
  }

  private static RankedTitle title(long titleId, double score, float crowd, float own) {
    return new RankedTitle(
        titleId,
        score,
        4.5,
        List.of(1L),
        new Shares(0.2, 0.5, 0.1, 0.2),
        Optional.of(new Ends(crowd, own)));
  }
}
