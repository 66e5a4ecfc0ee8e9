package io.takewithott.cloud.s3;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectAclRequest;
import software.amazon.awssdk.services.s3.model.GetObjectAclResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * Shows only objects that were written to their end.
 *
 * <p>The file store writes an object to a sibling file named {@code <file>-<uuid>} and then renames
 * it, so a put in progress, or one cut short by a crash, would appear in listings under that name.
 * Here the file of key {@code k} is named {@code k!}; a sibling in progress is {@code k!-<uuid>},
 * which does not end in the mark and is therefore not an object. The mark also lets the keys {@code
 * a} and {@code a/b} exist together, which as plain file names they could not. Its one cost: keys
 * that differ first in a blank against the end of the other key ({@code "a"}, {@code "a b"}) are
 * listed in the opposite order.
 */
final class FinishedObjects extends ForwardingBlobStore {
  private static final String MARK = "!";
  private static final Pattern UNFINISHED =
      Pattern.compile(
          ".*!-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", Pattern.DOTALL);

  FinishedObjects(BlobStore delegate) {
    super(delegate);
  }

  /** Removes what puts left behind when the process that served them was killed. */
  static void deleteUnfinished(Path folder) throws IOException {
    List<Path> unfinished;
    try (Stream<Path> files = Files.walk(folder)) {
      unfinished = files.filter(FinishedObjects::isUnfinished).toList();
    }
    for (Path file : unfinished) {
      Files.delete(file);
    }
  }

  private static boolean isUnfinished(Path path) {
    return Files.isRegularFile(path) && UNFINISHED.matcher(path.getFileName().toString()).matches();
  }

  private static String marked(String key) {
    return key + MARK;
  }

  private static @Nullable String markedOrNull(@Nullable String key) {
    return key == null ? null : marked(key);
  }

  private static String unmarked(String name) {
    return name.substring(0, name.length() - MARK.length());
  }

  private static MultipartUpload marked(MultipartUpload upload) {
    CreateMultipartUploadRequest request =
        upload.request().toBuilder().key(marked(upload.blobName())).build();
    return new MultipartUpload(upload.id(), request, upload.response());
  }

  @Override
  public ListObjectsV2Response list(ListObjectsV2Request request) {
    ListObjectsV2Response listed =
        delegate()
            .list(
                request.toBuilder()
                    .startAfter(markedOrNull(request.startAfter()))
                    .continuationToken(markedOrNull(request.continuationToken()))
                    .build());
    ListObjectsV2Response.Builder visible =
        listed.toBuilder()
            .contents(
                listed.contents().stream()
                    .filter(object -> object.key().endsWith(MARK))
                    .map(FinishedObjects::unmarked)
                    .toList());
    String next = listed.nextContinuationToken();
    if (next != null && next.endsWith(MARK)) {
      visible.nextContinuationToken(unmarked(next));
    }
    return visible.build();
  }

  private static S3Object unmarked(S3Object object) {
    return object.toBuilder().key(unmarked(object.key())).build();
  }

  @Override
  public boolean blobExists(String container, String name) {
    return delegate().blobExists(container, marked(name));
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
    return delegate().putBlob(request.toBuilder().key(marked(request.key())).build(), content);
  }

  @Override
  public CopyObjectResponse copyBlob(CopyObjectRequest request) {
    return delegate()
        .copyBlob(
            request.toBuilder()
                .sourceKey(marked(request.sourceKey()))
                .destinationKey(marked(request.destinationKey()))
                .build());
  }

  @Override
  public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
    return delegate().blobMetadata(request.toBuilder().key(marked(request.key())).build());
  }

  @Override
  public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
    return delegate().getBlob(request.toBuilder().key(marked(request.key())).build());
  }

  @Override
  public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
    return delegate().removeBlob(request.toBuilder().key(marked(request.key())).build());
  }

  @Override
  public ObjectCannedACL getBlobAccess(String container, String name) {
    return delegate().getBlobAccess(container, marked(name));
  }

  @Override
  public ObjectCannedACL getBlobAccess(String container, String name, @Nullable String versionId) {
    return delegate().getBlobAccess(container, marked(name), versionId);
  }

  @Override
  public GetObjectAclResponse getBlobAcl(GetObjectAclRequest request) {
    return delegate().getBlobAcl(request.toBuilder().key(marked(request.key())).build());
  }

  @Override
  public void setBlobAccess(String container, String name, ObjectCannedACL access) {
    delegate().setBlobAccess(container, marked(name), access);
  }

  @Override
  public void setBlobAccess(
      String container, String name, ObjectCannedACL access, @Nullable String versionId) {
    delegate().setBlobAccess(container, marked(name), access, versionId);
  }

  @Override
  public MultipartUpload initiateMultipartUpload(CreateMultipartUploadRequest request) {
    MultipartUpload stored =
        delegate().initiateMultipartUpload(request.toBuilder().key(marked(request.key())).build());
    return new MultipartUpload(stored.id(), request, stored.response());
  }

  @Override
  public void abortMultipartUpload(MultipartUpload upload) {
    delegate().abortMultipartUpload(marked(upload));
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      MultipartUpload upload, CompleteMultipartUploadRequest request) {
    return delegate()
        .completeMultipartUpload(
            marked(upload), request.toBuilder().key(marked(upload.blobName())).build());
  }

  @Override
  public UploadPartResponse uploadMultipartPart(
      MultipartUpload upload, UploadPartRequest request, InputStream content) {
    return delegate()
        .uploadMultipartPart(
            marked(upload), request.toBuilder().key(marked(upload.blobName())).build(), content);
  }

  @Override
  public List<Part> listMultipartUpload(MultipartUpload upload) {
    return delegate().listMultipartUpload(marked(upload));
  }

  @Override
  public List<software.amazon.awssdk.services.s3.model.MultipartUpload> listMultipartUploads(
      String container) {
    return delegate().listMultipartUploads(container).stream()
        .map(upload -> upload.toBuilder().key(unmarked(upload.key())).build())
        .toList();
  }
}
