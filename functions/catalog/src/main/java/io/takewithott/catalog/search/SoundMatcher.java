package io.takewithott.catalog.search;

import io.takewithott.catalog.index.UnitTable;
import io.takewithott.catalog.text.Alignment;
import io.takewithott.catalog.text.SoundSimilarity;
import org.jspecify.annotations.Nullable;

/** Compares how a query and a name sound: romanised Korean, or what was misheard. */
final class SoundMatcher {
  /** A few sounds fit many names. */
  static final int LEAST_SOUNDS = 3;

  /** With fewer, all of the name must sound so. */
  private static final int FEW_SOUNDS = 5;

  private static final double CLOSE_FIT = 0.84;

  private static final double LEAST_FIT = 0.8;

  /** A name that goes on after what was said. */
  private static final double BEGINNING_ONLY = 0.85;

  private final int length;
  private final Alignment alignment;
  private final Reason reason;

  SoundMatcher(byte[] sounds, Reason reason) {
    this.length = sounds.length;
    this.alignment = new Alignment(sounds);
    this.reason = reason;
  }

  @Nullable NameMatch match(UnitTable names, int entry) {
    int nameLength = names.length(entry);
    int score = alignment.score(names.array(), names.start(entry), nameLength);
    double fit = (double) score / (SoundSimilarity.SAME * length);
    if (fit < LEAST_FIT) {
      return null;
    }
    double covered = Math.min(1.0, (double) score / (SoundSimilarity.SAME * nameLength));
    if (length < FEW_SOUNDS && (covered < LEAST_FIT || fit < CLOSE_FIT)) {
      return null;
    }
    double whole = covered >= LEAST_FIT ? 1 : BEGINNING_ONLY * (0.8 + 0.2 * covered);
    return new NameMatch(reason, fit * whole, NameMatch.BY_SOUND, NameMatch.BY_SOUND);
  }
}
