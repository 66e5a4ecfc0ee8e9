package io.takewithott.recommender.storage;

import io.takewithott.core.objects.StoredObject;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Optional;

/** The objects that this module reads and writes, whole, in memory or from and to files. */
public interface Blobs {

  /** The object, or nothing when there is none under that key. */
  Optional<StoredObject> get(String key);

  /**
   * Reads an object of any size into an empty file; answers whether there is one.
   *
   * @throws UncheckedIOException when the file cannot be written
   */
  boolean download(String key, FileChannel into);

  void put(String key, byte[] bytes, String contentType);

  /** Writes a whole file as an object. */
  void upload(String key, FileChannel file, String contentType);

  /** Writes only if there is no object under that key; answers whether there was none. */
  boolean create(String key, byte[] bytes, String contentType);

  /** Writes only if the object is still the one with that ETag; answers whether it was. */
  boolean replace(String key, byte[] bytes, String contentType, String etag);

  void delete(String key);

  /** The keys that begin with the prefix, in order, at most {@code limit}. */
  List<String> keys(String prefix, int limit);

  /**
   * Creates the object, or replaces the one that was seen; answers whether nobody else came first.
   */
  default boolean write(String key, byte[] bytes, String contentType, Optional<StoredObject> seen) {
    return seen.isEmpty()
        ? create(key, bytes, contentType)
        : replace(key, bytes, contentType, seen.get().etag());
  }
}
