package io.takewithott.benchmarks.quality;

import java.util.Locale;

/** What the independent scorer measures. */
enum Protocol {
  /** Ranking for users with a history. */
  TOPN("topn.tsv"),
  /** Ranking for strangers with three favourites. */
  COLD("cold.tsv"),
  /** Predicting held-out ratings. */
  RATING("rating.csv");

  private final String fileName;

  Protocol(String fileName) {
    this.fileName = fileName;
  }

  String fileName() {
    return fileName;
  }

  /** As the scorer calls it. */
  String verb() {
    return name().toLowerCase(Locale.ROOT);
  }
}
