package io.takewithott.core.photo;

import io.takewithott.core.objects.ObjectStore;
import io.takewithott.core.objects.ObjectStoreException;
import io.takewithott.core.objects.StoredObject;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Photos and uploads in S3, under names that say nothing about whose they are. */
public final class Photos {
  private static final Logger LOG = LoggerFactory.getLogger(Photos.class);
  private static final int NAME_BYTES = 16;

  private final ObjectStore objects;
  private final RandomGenerator random;

  public Photos(ObjectStore objects, RandomGenerator random) {
    this.objects = objects;
    this.random = random;
  }

  /** A name that nobody can guess. */
  public String newName() {
    byte[] name = new byte[NAME_BYTES];
    random.nextBytes(name);
    return HexFormat.of().formatHex(name);
  }

  public static boolean isName(String text) {
    return text.matches("[0-9a-f]{" + 2 * NAME_BYTES + "}");
  }

  public static String uploadKey(String upload) {
    return "photos/uploads/" + upload;
  }

  private static String key(String name, PhotoSize size) {
    return "photos/" + name + "/" + size.code() + ".jpg";
  }

  public void put(String name, Map<PhotoSize, byte[]> sizes) {
    sizes.forEach((size, bytes) -> objects.put(key(name, size), bytes, "image/jpeg"));
  }

  public Optional<byte[]> get(String name, PhotoSize size) {
    return objects.get(key(name, size)).map(StoredObject::bytes);
  }

  /** Not more of it than that, however large it is. */
  public Optional<byte[]> upload(String upload, int mostBytes) {
    return objects.getStart(uploadKey(upload), mostBytes).map(StoredObject::bytes);
  }

  public void delete(String name) {
    for (PhotoSize size : PhotoSize.values()) {
      objects.delete(key(name, size));
    }
  }

  /** Deletes what the nightly sweep would delete otherwise; null is nothing to delete. */
  public void deleteNow(@Nullable String name) {
    if (name != null) {
      attempt(() -> delete(name));
    }
  }

  /** Deletes what the bucket's rule would delete a day later otherwise. */
  public void deleteUploadNow(String upload) {
    attempt(() -> objects.delete(uploadKey(upload)));
  }

  private static void attempt(Runnable deletion) {
    try {
      deletion.run();
    } catch (ObjectStoreException unreachable) {
      LOG.atWarn().setCause(unreachable).log("a photo was not deleted yet");
    }
  }
}
