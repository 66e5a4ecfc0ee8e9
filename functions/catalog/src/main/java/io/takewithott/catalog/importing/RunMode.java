package io.takewithott.catalog.importing;

import java.util.Locale;

/** How much a run reads. */
enum RunMode {
  /** Every page of every list that is configured, and every title that is known. */
  FULL,
  /**
   * What was changed since the last run, what is new on the first pages, what was read long ago.
   */
  INCREMENTAL,
  /** Every title that is known: the last run is further back than changes are told. */
  COMPARISON;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
