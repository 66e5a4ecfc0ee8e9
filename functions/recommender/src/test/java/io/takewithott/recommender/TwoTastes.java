package io.takewithott.recommender;

import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.snapshot.RatingLog;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import io.takewithott.recommender.train.Trainer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * A small world of two tastes: users 1 to 40 love the titles 101 to 140 and dislike one or two of
 * 141 to 180, users 41 to 80 the other way round. Each rated about a third of theirs. Titles 181
 * and 182 nobody knows.
 */
public final class TwoTastes {
  public static final Instant NOW = Instant.parse("2026-11-01T19:00:00Z");

  private TwoTastes() {}

  public static RatingsSnapshot ratings() {
    return RatingsSnapshot.EMPTY.with(log(), 1);
  }

  public static RatingLog log() {
    Random random = new Random(3);
    RatingLog log = new RatingLog();
    for (int user = 1; user <= 80; user++) {
      int loved = user <= 40 ? 101 : 141;
      int other = user <= 40 ? 141 : 101;
      for (int i = 0; i < 40; i++) {
        if (random.nextInt(3) == 0) {
          log.add(user, loved + i, 8 + (i + user) % 3, 1_700_000_000 + user * 100 + i);
        }
        if (random.nextInt(30) == 0) {
          log.add(user, other + i, 1 + (i + user) % 4, 1_700_000_000 + user * 100 + i);
        }
      }
    }
    return log;
  }

  public static long[] catalogue() {
    return LongStream.rangeClosed(101, 182).toArray();
  }

  public static HybridModel model() {
    return trainer().train(ratings(), catalogue());
  }

  public static Trainer trainer() {
    return trainer(NOW);
  }

  public static Trainer trainer(Instant now) {
    return new Trainer(7, InstantSource.fixed(now), Duration.ofMinutes(1));
  }
}
