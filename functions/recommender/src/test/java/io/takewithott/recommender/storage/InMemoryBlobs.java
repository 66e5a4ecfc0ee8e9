package io.takewithott.recommender.storage;

import io.takewithott.core.objects.Checksum;
import io.takewithott.core.objects.StoredObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A bucket in memory, with conditional writes as S3 has them. */
public final class InMemoryBlobs implements Blobs {
  private final TreeMap<String, byte[]> objects = new TreeMap<>();
  private Runnable beforeNextConditionalWrite = () -> {};
  private int conditionalWritesLeft = Integer.MAX_VALUE;

  /** Does something just before the next conditional write is decided, as a competitor would. */
  public void beforeNextConditionalWrite(Runnable competitor) {
    beforeNextConditionalWrite = competitor;
  }

  /** From now on every conditional write fails, as if the process ended before it. */
  public void failConditionalWrites() {
    failConditionalWritesAfter(0);
  }

  /** So many conditional writes still succeed, and all others fail. */
  public synchronized void failConditionalWritesAfter(int more) {
    conditionalWritesLeft = more;
  }

  /** Conditional writes succeed again. */
  public void recover() {
    failConditionalWritesAfter(Integer.MAX_VALUE);
  }

  @Override
  public synchronized Optional<StoredObject> get(String key) {
    return Optional.ofNullable(objects.get(key))
        .map(bytes -> new StoredObject(bytes.clone(), Checksum.sha256(bytes)));
  }

  @Override
  public synchronized void put(String key, byte[] bytes, String contentType) {
    objects.put(key, bytes.clone());
  }

  @Override
  public synchronized boolean download(String key, FileChannel into) {
    byte[] bytes = objects.get(key);
    try {
      if (bytes != null) {
        into.write(ByteBuffer.wrap(bytes));
      }
      return bytes != null;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  @Override
  public synchronized void upload(String key, FileChannel file, String contentType) {
    try {
      ByteBuffer bytes = ByteBuffer.allocate((int) file.size());
      file.read(bytes, 0);
      objects.put(key, bytes.array());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public synchronized boolean create(String key, byte[] bytes, String contentType) {
    competitorFirst();
    return objects.putIfAbsent(key, bytes.clone()) == null;
  }

  @Override
  public synchronized boolean replace(String key, byte[] bytes, String contentType, String etag) {
    competitorFirst();
    if (get(key).filter(there -> there.etag().equals(etag)).isEmpty()) {
      return false;
    }
    objects.put(key, bytes.clone());
    return true;
  }

  private void competitorFirst() {
    if (conditionalWritesLeft == 0) {
      throw new IllegalStateException("the process ended here");
    }
    conditionalWritesLeft--;
    Runnable competitor = beforeNextConditionalWrite;
    beforeNextConditionalWrite = () -> {};
    competitor.run();
  }

  @Override
  public synchronized void delete(String key) {
    objects.remove(key);
  }

  @Override
  public synchronized List<String> keys(String prefix, int limit) {
    return objects.keySet().stream().filter(key -> key.startsWith(prefix)).limit(limit).toList();
  }
}
