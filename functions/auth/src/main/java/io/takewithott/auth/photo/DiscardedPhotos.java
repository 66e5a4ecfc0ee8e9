package io.takewithott.auth.photo;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.objects.ObjectStoreException;
import io.takewithott.core.photo.Photos;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes photos that are nobody's picture, at night: what could not be deleted at once. */
public final class DiscardedPhotos {
  private static final Logger LOG = LoggerFactory.getLogger(DiscardedPhotos.class);
  private static final int PORTION = 500;
  private static final int MOST_PORTIONS = 20;

  private final Database database;
  private final Photos photos;
  private final InstantSource clock;

  public DiscardedPhotos(Database database, Photos photos, InstantSource clock) {
    this.database = database;
    this.photos = photos;
    this.clock = clock;
  }

  /** How many there were. What S3 does not delete today is left for tomorrow. */
  public long sweep() {
    long all = 0;
    for (int i = 0; i < MOST_PORTIONS; i++) {
      List<Due> due = due();
      try {
        due.forEach(photo -> photos.delete(photo.photoKey));
      } catch (ObjectStoreException unreachable) {
        LOG.atWarn().setCause(unreachable).log("discarded photos were not deleted");
        return all;
      }
      forget(due);
      all += due.size();
      if (due.size() < PORTION) {
        break;
      }
    }
    return all;
  }

  private List<Due> due() {
    return database.read(
        Sql.of(
                "select photo_key from discarded_photos where due_at < to_timestamp(:now)"
                    + " order by due_at limit :portion")
            .bindSeconds("now", clock.instant())
            .bind("portion", PORTION),
        Due.class);
  }

  private void forget(List<Due> deleted) {
    database.write(
        Sql.of("delete from discarded_photos where photo_key = any(string_to_array(:photos, ','))")
            .bind("photos", deleted.stream().map(Due::photoKey).collect(Collectors.joining(","))));
  }

  record Due(String photoKey) {}
}
