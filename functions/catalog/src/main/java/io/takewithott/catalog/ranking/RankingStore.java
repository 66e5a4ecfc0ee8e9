package io.takewithott.catalog.ranking;

import io.takewithott.core.objects.ObjectStore;
import io.takewithott.core.objects.ObjectStoreException;
import io.takewithott.core.objects.StoredObject;
import io.takewithott.core.ranking.Ranking;
import io.takewithott.core.ranking.RankingFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the rankings that the recommender left in S3. At most two reads. */
public final class RankingStore {
  private static final Logger LOG = LoggerFactory.getLogger(RankingStore.class);

  private final ObjectStore objects;

  public RankingStore(ObjectStore objects) {
    this.objects = objects;
  }

  /**
   * The user's own ranking; without one, or for nobody, the order by popularity, if there is one.
   */
  public Optional<Ranking> find(long userId) {
    if (userId == Ranking.EVERYBODY) {
      return read(Ranking.EVERYBODY);
    }
    return read(userId).or(() -> read(Ranking.EVERYBODY));
  }

  /** The user's own ranking. One read. */
  public Optional<Ranking> findOwn(long userId) {
    return read(userId);
  }

  private Optional<Ranking> read(long userId) {
    Optional<StoredObject> object = object(Ranking.key(userId));
    Optional<Ranking> ranking = object.flatMap(stored -> RankingFormat.read(stored.bytes()));
    if (object.isPresent() && ranking.isEmpty()) {
      LOG.atError().addKeyValue("userId", userId).log("a stored ranking is damaged and not served");
    }
    return ranking.filter(found -> found.userId() == userId);
  }

  /** While S3 is down a home page is still full: it shows what the database knows. */
  private Optional<StoredObject> object(String key) {
    try {
      return objects.get(key);
    } catch (ObjectStoreException down) {
      LOG.atError().setCause(down).log("a ranking could not be read");
      return Optional.empty();
    }
  }
}
