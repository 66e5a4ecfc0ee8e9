package io.takewithott.catalog.importing;

import io.takewithott.catalog.tmdb.FoundTitle;
import io.takewithott.catalog.tmdb.TitleKey;
import io.takewithott.catalog.tmdb.TmdbClient;
import io.takewithott.catalog.tmdb.TmdbException;
import io.takewithott.catalog.tmdb.TmdbException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A batch of titles: each is read, and judged by what we have. One that cannot be read is noted and
 * left to the next run; when many in a row cannot, TMDB is down, and they stay as they were.
 */
final class Batch {
  /** By chance so many do not fail one after the other, each with all its tries. */
  private static final int DOWN_AFTER = 8;

  private static final int LONGEST_REASON = 200;

  private final TmdbClient tmdb;
  private final Lease lease;
  private final Judgement judgement;
  private int downInARow;

  Batch(TmdbClient tmdb, Lease lease, Judgement judgement) {
    this.tmdb = tmdb;
    this.lease = lease;
    this.judgement = judgement;
  }

  Read read(Run run, List<TitleKey> keys) {
    List<Reading> readings = new ArrayList<>();
    for (TitleKey key : keys) {
      try {
        lease.keep(run);
        TmdbClient.Answer answer = tmdb.title(key);
        FoundTitle found = answer.title().orElse(null);
        readings.add(new Reading(key, found, answer.gone(), null));
        downInARow = 0;
      } catch (TmdbException failure) {
        if (failure.reason() == Reason.NO_TIME || failure.reason() == Reason.BARRED) {
          return new Read(readings, Optional.of(failure));
        }
        readings.add(new Reading(key, null, false, reason(failure)));
        downInARow = failure.reason() == Reason.DOWN ? downInARow + 1 : 0;
        if (downInARow == DOWN_AFTER) {
          int kept = Math.max(0, readings.size() - DOWN_AFTER);
          return new Read(List.copyOf(readings.subList(0, kept)), Optional.of(failure));
        }
      }
    }
    return new Read(readings, Optional.empty());
  }

  /**
   * In the same order; where a poster could not be copied for want of time, as many as till then.
   */
  Judged judge(List<Reading> readings, Map<TitleKey, KnownTitle> known, boolean dry) {
    List<Verdict> verdicts = new ArrayList<>();
    for (Reading reading : readings) {
      try {
        verdicts.add(judgement.of(reading, known.get(reading.key()), dry));
      } catch (TmdbException noTime) {
        return new Judged(verdicts, Optional.of(noTime));
      }
    }
    return new Judged(verdicts, Optional.empty());
  }

  private static String reason(TmdbException failure) {
    String reason = failure.reason() + ": " + failure.getMessage();
    return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
  }

  /**
   * @param stop why no more can be read now
   */
  record Read(List<Reading> readings, Optional<TmdbException> stop) {}

  record Judged(List<Verdict> verdicts, Optional<TmdbException> stop) {}
}
