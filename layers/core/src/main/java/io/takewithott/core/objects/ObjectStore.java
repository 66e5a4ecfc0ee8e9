package io.takewithott.core.objects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The objects of one bucket, read and written whole, in memory or from and to files. Every method
 * throws {@link ObjectStoreException} when S3 fails.
 */
public final class ObjectStore {
  private static final int PRECONDITION_FAILED = 412;
  private static final int CONFLICT = 409;

  /** An object without bytes has no first one. */
  private static final int EMPTY_RANGE = 416;

  private static final Integer FIRST_ATTEMPT = 1;

  /** S3's own limit. */
  private static final int MOST_KEYS_A_PAGE = 1000;

  private final S3Client client;
  private final String bucket;

  public ObjectStore(S3Client client, String bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  /** The object, or nothing when there is none under that key. */
  public Optional<StoredObject> get(String key) {
    return call(key, () -> find(key));
  }

  /**
   * The object's first bytes, at most so many, however large it is; its ETag is the whole one's.
   */
  public Optional<StoredObject> getStart(String key, int mostBytes) {
    return call(key, () -> findStart(key, mostBytes));
  }

  /**
   * Reads an object into a file piece by piece, whatever its size; answers whether there is one.
   *
   * @throws UncheckedIOException when the file cannot be written, as on a full disk
   */
  public boolean download(String key, FileChannel into) {
    ToFile answer = new ToFile(into);
    try {
      client.getObject(request -> request.bucket(bucket).key(key), answer);
      return true;
    } catch (NoSuchKeyException absent) {
      return false;
    } catch (SdkException | UncheckedIOException failure) {
      IOException unwritable = answer.unwritable();
      if (unwritable != null) {
        throw new UncheckedIOException(unwritable);
      }
      throw new ObjectStoreException(key, failure);
    }
  }

  /** Writes a file as an object, without holding it in memory; at most 5 GiB, S3's own limit. */
  public void upload(String key, FileChannel file, String contentType) {
    call(key, () -> client.putObject(request(key, contentType).build(), body(file, contentType)));
  }

  private static RequestBody body(FileChannel file, String contentType) {
    try {
      return RequestBody.fromContentProvider(
          () -> new ChannelStream(file), file.size(), contentType);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public void put(String key, byte[] bytes, String contentType) {
    call(
        key,
        () -> client.putObject(request(key, contentType).build(), RequestBody.fromBytes(bytes)));
  }

  /** Writes only if the object is still the one with that ETag; answers whether it was. */
  public boolean replace(String key, byte[] bytes, String contentType, String etag) {
    return call(key, () -> conditionally(request(key, contentType).ifMatch(etag), bytes));
  }

  /** Writes only if there is no object under that key; answers whether there was none. */
  public boolean create(String key, byte[] bytes, String contentType) {
    return call(key, () -> conditionally(request(key, contentType).ifNoneMatch("*"), bytes));
  }

  public void delete(String key) {
    call(key, () -> client.deleteObject(request -> request.bucket(bucket).key(key)));
  }

  /** The keys that begin with the prefix, in order, at most {@code limit}. */
  public List<String> keys(String prefix, int limit) {
    return call(prefix, () -> list(prefix, limit));
  }

  private static <T> T call(String key, Supplier<T> operation) {
    try {
      return operation.get();
    } catch (SdkException | UncheckedIOException failure) {
      throw new ObjectStoreException(key, failure);
    }
  }

  private Optional<StoredObject> find(String key) {
    try {
      ResponseBytes<GetObjectResponse> answer =
          client.getObjectAsBytes(request -> request.bucket(bucket).key(key));
      return Optional.of(stored(answer));
    } catch (NoSuchKeyException absent) {
      return Optional.empty();
    }
  }

  private static StoredObject stored(ResponseBytes<GetObjectResponse> answer) {
    Instant writtenAt = answer.response().lastModified();
    return new StoredObject(
        answer.asByteArrayUnsafe(),
        answer.response().eTag(),
        writtenAt == null ? Instant.EPOCH : writtenAt);
  }

  private Optional<StoredObject> findStart(String key, int mostBytes) {
    try {
      ResponseBytes<GetObjectResponse> answer =
          client.getObjectAsBytes(
              request -> request.bucket(bucket).key(key).range("bytes=0-" + (mostBytes - 1)));
      return Optional.of(stored(answer));
    } catch (NoSuchKeyException absent) {
      return Optional.empty();
    } catch (S3Exception refused) {
      if (refused.statusCode() == EMPTY_RANGE) {
        return Optional.of(new StoredObject(new byte[0], ""));
      }
      throw refused;
    }
  }

  private List<String> list(String prefix, int limit) {
    List<String> keys = new ArrayList<>();
    String token = null;
    do {
      String from = token;
      ListObjectsV2Response page =
          client.listObjectsV2(
              request ->
                  request
                      .bucket(bucket)
                      .prefix(prefix)
                      .maxKeys(Math.min(MOST_KEYS_A_PAGE, limit - keys.size()))
                      .continuationToken(from));
      page.contents().stream().map(S3Object::key).forEach(keys::add);
      token = Boolean.TRUE.equals(page.isTruncated()) ? page.nextContinuationToken() : null;
    } while (token != null && keys.size() < limit);
    return keys;
  }

  private PutObjectRequest.Builder request(String key, String contentType) {
    return PutObjectRequest.builder().bucket(bucket).key(key).contentType(contentType);
  }

  /**
   * A refusal may be the answer to a second try whose first one was stored and never heard of: then
   * the object is what we wrote, and the write succeeded.
   */
  private boolean conditionally(PutObjectRequest.Builder request, byte[] bytes) {
    PutObjectRequest put = request.build();
    try {
      client.putObject(put, RequestBody.fromBytes(bytes));
      return true;
    } catch (S3Exception refused) {
      if (refused.statusCode() == PRECONDITION_FAILED || refused.statusCode() == CONFLICT) {
        return !FIRST_ATTEMPT.equals(refused.numAttempts()) && holds(put.key(), bytes);
      }
      throw refused;
    }
  }

  private boolean holds(String key, byte[] bytes) {
    return get(key).filter(stored -> Arrays.equals(stored.bytes(), bytes)).isPresent();
  }
}
