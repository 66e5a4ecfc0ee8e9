package io.takewithott.recommender.storage;

import io.takewithott.core.objects.ObjectStore;
import io.takewithott.core.objects.StoredObject;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Optional;

/** The objects of the data bucket. */
public final class BucketBlobs implements Blobs {
  private final ObjectStore store;

  public BucketBlobs(ObjectStore store) {
    this.store = store;
  }

  @Override
  public Optional<StoredObject> get(String key) {
    return store.get(key);
  }

  @Override
  public boolean download(String key, FileChannel into) {
    return store.download(key, into);
  }

  @Override
  public void upload(String key, FileChannel file, String contentType) {
    store.upload(key, file, contentType);
  }

  @Override
  public void put(String key, byte[] bytes, String contentType) {
    store.put(key, bytes, contentType);
  }

  @Override
  public boolean create(String key, byte[] bytes, String contentType) {
    return store.create(key, bytes, contentType);
  }

  @Override
  public boolean replace(String key, byte[] bytes, String contentType, String etag) {
    return store.replace(key, bytes, contentType, etag);
  }

  @Override
  public void delete(String key) {
    store.delete(key);
  }

  @Override
  public List<String> keys(String prefix, int limit) {
    return store.keys(prefix, limit);
  }
}
