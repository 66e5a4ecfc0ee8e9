package io.takewithott.catalog.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.takewithott.core.json.Json;
import io.takewithott.core.objects.Checksum;
import io.takewithott.core.objects.ObjectStore;
import io.takewithott.core.objects.StoredObject;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Search indexes in S3: objects that never change, named by their content, and a pointer to the
 * current one that is only moved forward.
 */
public final class IndexShelf {
  private static final Logger LOG = LoggerFactory.getLogger(IndexShelf.class);
  private static final String PREFIX = "search/";
  private static final String POINTER = PREFIX + "current";
  private static final String INDEX_TYPE = "application/octet-stream";
  private static final String POINTER_TYPE = "application/json";

  private final ObjectStore objects;

  public IndexShelf(ObjectStore objects) {
    this.objects = objects;
  }

  /** The pointer; nothing when no index has been made yet, or it cannot be read. */
  Optional<IndexPointer> current() {
    return published().map(Published::pointer);
  }

  /** The pointer, and when it was moved to where it points. */
  Optional<Published> published() {
    return objects
        .get(POINTER)
        .flatMap(stored -> pointer(stored).map(known -> new Published(known, stored.writtenAt())));
  }

  record Published(IndexPointer pointer, Instant at) {}

  /** The index it points to, if its bytes are those that were written. */
  Optional<SearchIndex> load(IndexPointer pointer) {
    Optional<byte[]> bytes = objects.get(pointer.key()).map(StoredObject::bytes);
    if (bytes.isEmpty() || !Checksum.sha256(bytes.get()).equals(pointer.sha256())) {
      LOG.atError().addKeyValue("key", pointer.key()).log("the search index is missing or damaged");
      return Optional.empty();
    }
    try {
      return Optional.of(SearchIndex.open(bytes.get()));
    } catch (IllegalArgumentException other) {
      LOG.atWarn().setCause(other).log("the search index is of another version");
      return Optional.empty();
    }
  }

  /** Makes an index the current one, unless one that knows as much already is. Whether it did. */
  boolean publish(byte[] index, long watermark) {
    Optional<StoredObject> stored = objects.get(POINTER);
    Optional<IndexPointer> before = stored.flatMap(IndexShelf::pointer);
    if (before.filter(known -> known.watermark() > watermark).isPresent()) {
      return false;
    }
    String sha256 = Checksum.sha256(index);
    String key = PREFIX + sha256;
    objects.put(key, index, INDEX_TYPE);
    IndexPointer next =
        new IndexPointer(
            key,
            sha256,
            index.length,
            watermark,
            before.map(IndexPointer::key).filter(old -> !old.equals(key)));
    byte[] pointer = Json.bytes(next);
    boolean moved =
        stored.isPresent()
            ? objects.replace(POINTER, pointer, POINTER_TYPE, stored.get().etag())
            : objects.create(POINTER, pointer, POINTER_TYPE);
    if (moved) {
      before
          .flatMap(IndexPointer::previous)
          .filter(old -> !isKept(old, next))
          .ifPresent(objects::delete);
    } else if (current().filter(winner -> isKept(key, winner)).isEmpty()) {
      objects.delete(key);
    }
    return moved;
  }

  private static boolean isKept(String old, IndexPointer next) {
    return old.equals(next.key()) || next.previous().filter(old::equals).isPresent();
  }

  private static Optional<IndexPointer> pointer(StoredObject stored) {
    try {
      return Optional.ofNullable(Json.mapper().readValue(stored.bytes(), IndexPointer.class));
    } catch (JsonProcessingException damaged) {
      LOG.atError().setCause(damaged).log("the pointer to the search index is damaged");
      return Optional.empty();
    } catch (IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
  }
}
