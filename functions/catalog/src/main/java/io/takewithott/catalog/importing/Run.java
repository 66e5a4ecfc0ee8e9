package io.takewithott.catalog.importing;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A run that this invocation works at.
 *
 * @param state {@code asked} until it was prepared
 * @param changesFrom the first day whose changes are asked for; absent where none are
 * @param notBeforeMillis when TMDB may be called again
 */
record Run(
    long runId,
    String mode,
    boolean dry,
    String state,
    @Nullable String changesFrom,
    @Nullable String changesTo,
    @Nullable Long notBeforeMillis) {
  boolean isNew() {
    return state.equals("asked");
  }

  RunMode runMode() {
    return RunMode.valueOf(mode.toUpperCase(Locale.ROOT));
  }
}
