package io.takewithott.core.objects;

import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/**
 * Links by which somebody without rights of their own puts one object into the bucket. Nothing is
 * asked of S3 for one.
 */
public final class UploadLinks {
  private final S3Presigner presigner;
  private final String bucket;

  public UploadLinks(S3Presigner presigner, String bucket) {
    this.presigner = presigner;
    this.bucket = bucket;
  }

  /**
   * A link for a PUT of exactly so many bytes of that type: both are signed, and S3 refuses others.
   *
   * @param validity no longer than the function's own credentials are good for
   */
  public UploadLink sign(String key, String contentType, long bytes, Duration validity) {
    PresignedPutObjectRequest signed =
        presigner.presignPutObject(
            presign ->
                presign
                    .signatureDuration(validity)
                    .putObjectRequest(
                        put ->
                            put.bucket(bucket)
                                .key(key)
                                .contentType(contentType)
                                .contentLength(bytes)));
    return new UploadLink(signed.url().toString(), Map.of("content-type", contentType));
  }

  /**
   * @param headers what the PUT has to carry
   */
  public record UploadLink(String url, Map<String, String> headers) {
    @Override
    public String toString() {
      return "UploadLink[…]";
    }
  }
}
