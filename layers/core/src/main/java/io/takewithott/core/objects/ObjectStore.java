package io.takewithott.core.objects;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The objects of one bucket, read and written whole. */
public final class ObjectStore {
  private static final int PRECONDITION_FAILED = 412;
  private static final int CONFLICT = 409;

  private final S3Client client;
  private final String bucket;

  public ObjectStore(S3Client client, String bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  /** The object, or nothing when there is none under that key. */
  public Optional<StoredObject> get(String key) {
    try {
      ResponseBytes<GetObjectResponse> answer =
          client.getObjectAsBytes(request -> request.bucket(bucket).key(key));
      return Optional.of(new StoredObject(answer.asByteArrayUnsafe(), answer.response().eTag()));
    } catch (NoSuchKeyException absent) {
      return Optional.empty();
    }
  }

  public void put(String key, byte[] bytes, String contentType) {
    client.putObject(request(key, contentType).build(), RequestBody.fromBytes(bytes));
  }

  /** Writes only if the object is still the one with that ETag; answers whether it was. */
  public boolean replace(String key, byte[] bytes, String contentType, String etag) {
    return conditionally(request(key, contentType).ifMatch(etag), bytes);
  }

  /** Writes only if there is no object under that key; answers whether there was none. */
  public boolean create(String key, byte[] bytes, String contentType) {
    return conditionally(request(key, contentType).ifNoneMatch("*"), bytes);
  }

  public void delete(String key) {
    client.deleteObject(request -> request.bucket(bucket).key(key));
  }

  /** The keys that begin with the prefix, in order, at most {@code limit}. */
  public List<String> keys(String prefix, int limit) {
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
                      .maxKeys(Math.min(1000, limit - keys.size()))
                      .continuationToken(from));
      page.contents().stream().map(S3Object::key).forEach(keys::add);
      token = Boolean.TRUE.equals(page.isTruncated()) ? page.nextContinuationToken() : null;
    } while (token != null && keys.size() < limit);
    return keys;
  }

  private PutObjectRequest.Builder request(String key, String contentType) {
    return PutObjectRequest.builder().bucket(bucket).key(key).contentType(contentType);
  }

  private boolean conditionally(PutObjectRequest.Builder request, byte[] bytes) {
    try {
      client.putObject(request.build(), RequestBody.fromBytes(bytes));
      return true;
    } catch (S3Exception refused) {
      if (refused.statusCode() == PRECONDITION_FAILED || refused.statusCode() == CONFLICT) {
        return false;
      }
      throw refused;
    }
  }
}
