package io.takewithott.recommender;

import io.takewithott.core.objects.StoredObject;
import io.takewithott.core.ranking.Ranking;
import io.takewithott.core.ranking.RankingFormat;
import io.takewithott.recommender.storage.Blobs;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rankings in S3. One made from an older history never takes the place of one made from a newer,
 * whoever writes when: each write is conditional on what was found there.
 */
final class RankingStore {
  private static final Logger LOG = LoggerFactory.getLogger(RankingStore.class);

  /** Writers that may come in between, each with another version of one user's history. */
  private static final int MOST_TRIES = 8;

  private final Blobs blobs;

  RankingStore(Blobs blobs) {
    this.blobs = blobs;
  }

  /** What lies there, whether it can be read or not. */
  Found find(long userId) {
    Optional<StoredObject> object = blobs.get(Ranking.key(userId));
    return new Found(object.flatMap(RankingStore::read), object);
  }

  private static Optional<Ranking> read(StoredObject object) {
    try {
      return RankingFormat.read(object.bytes());
    } catch (UncheckedIOException unknownShape) {
      LOG.atWarn().setCause(unknownShape).log("a stored ranking cannot be read and is replaced");
      return Optional.empty();
    }
  }

  /**
   * Writes the ranking unless a newer one stands.
   *
   * @param found what was there when last looked
   * @return the ranking that stands instead, if one does
   */
  Optional<Ranking> write(Ranking ranking, Found found) {
    byte[] bytes = RankingFormat.write(ranking);
    Found there = found;
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Optional<Ranking> newer = there.ranking().filter(old -> isNewer(old, ranking));
      if (newer.isPresent()) {
        return newer;
      }
      String key = Ranking.key(ranking.userId());
      if (blobs.write(key, bytes, RankingFormat.CONTENT_TYPE, there.object())) {
        return Optional.empty();
      }
      there = find(ranking.userId());
    }
    throw new IllegalStateException(
        "The ranking of user " + ranking.userId() + " changed " + MOST_TRIES + " times meanwhile");
  }

  Optional<Ranking> write(Ranking ranking) {
    return write(ranking, find(ranking.userId()));
  }

  void delete(long userId) {
    blobs.delete(Ranking.key(userId));
  }

  /**
   * From a longer history, or from the same one by a later model: versions begin with their time.
   */
  private static boolean isNewer(Ranking old, Ranking ranking) {
    return old.tasteVersion() > ranking.tasteVersion()
        || (old.tasteVersion() == ranking.tasteVersion()
            && old.modelVersion().compareTo(ranking.modelVersion()) > 0);
  }

  /** The ranking of a user, if it is readable, and the object it was read from. */
  record Found(Optional<Ranking> ranking, Optional<StoredObject> object) {
    /** Whether it is by that model and knows at least so much of the user's history. */
    boolean suffices(long tasteVersion, String modelVersion) {
      return ranking.isPresent()
          && ranking.get().tasteVersion() >= tasteVersion
          && ranking.get().modelVersion().equals(modelVersion);
    }
  }
}
