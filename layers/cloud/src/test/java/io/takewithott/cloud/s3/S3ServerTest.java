package io.takewithott.cloud.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.core.cloud.WithoutExpectation;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

final class S3ServerTest {
  private static final String BUCKET = "objects";
  private static S3Server server;
  private static S3Client s3;

  @BeforeAll
  static void start() {
    server = S3Server.temporary(BUCKET);
    s3 = client(server, server.secretAccessKey());
  }

  @AfterAll
  static void stop() {
    s3.close();
    server.close();
  }

  static S3Client client(S3Server server, String secret) {
    return S3Client.builder()
        .overrideConfiguration(c -> c.addExecutionInterceptor(new WithoutExpectation()))
        .endpointOverride(server.endpoint())
        .region(Region.AP_NORTHEAST_2)
        .credentialsProvider(credentials(server, secret))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private static StaticCredentialsProvider credentials(S3Server server, String secret) {
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(server.accessKeyId(), secret));
  }

  private static void put(String key, String content) {
    s3.putObject(b -> b.bucket(BUCKET).key(key), RequestBody.fromString(content));
  }

  private static String get(String key) {
    return s3.getObjectAsBytes(b -> b.bucket(BUCKET).key(key)).asUtf8String();
  }

  private static List<String> keys(String prefix) {
    return s3.listObjectsV2(b -> b.bucket(BUCKET).prefix(prefix)).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  @Test
  void whatIsPutIsGotWithItsTypeAndMetadata() {
    s3.putObject(
        b ->
            b.bucket(BUCKET)
                .key("rankings/7.json")
                .contentType("application/json;charset=utf-8")
                .cacheControl("no-store")
                .metadata(Map.of("model", "v12")),
        RequestBody.fromString("[1,2,3]"));

    ResponseBytes<GetObjectResponse> got =
        s3.getObjectAsBytes(b -> b.bucket(BUCKET).key("rankings/7.json"));

    assertThat(got.asUtf8String()).isEqualTo("[1,2,3]");
    assertThat(got.response().contentType()).isEqualTo("application/json;charset=utf-8");
    assertThat(got.response().cacheControl()).isEqualTo("no-store");
    assertThat(got.response().metadata()).containsExactly(Map.entry("model", "v12"));
    assertThat(got.response().eTag()).isEqualTo("\"f1e46f328e6decd56c64dd5e761dc2b7\"");
  }

  @Test
  void headTellsLengthWithoutContent() {
    put("head/a", "12345");

    HeadObjectResponse head = s3.headObject(b -> b.bucket(BUCKET).key("head/a"));

    assertThat(head.contentLength()).isEqualTo(5);
    assertThatThrownBy(() -> s3.headObject(b -> b.bucket(BUCKET).key("head/none")))
        .isInstanceOf(NoSuchKeyException.class);
  }

  @Test
  void missingKeyIsNoSuchKey() {
    assertThatThrownBy(() -> get("nothing/here")).isInstanceOf(NoSuchKeyException.class);
  }

  @Test
  void rangeReturnsThePartAskedFor() {
    put("range/a", "0123456789");

    ResponseBytes<GetObjectResponse> part =
        s3.getObjectAsBytes(b -> b.bucket(BUCKET).key("range/a").range("bytes=2-5"));

    assertThat(part.asUtf8String()).isEqualTo("2345");
    assertThat(part.response().contentRange()).isEqualTo("bytes 2-5/10");
  }

  @Test
  void unchangedObjectIsNotSentAgain() {
    put("etag/a", "same");
    String etag = s3.headObject(b -> b.bucket(BUCKET).key("etag/a")).eTag();

    assertThatThrownBy(
            () -> s3.getObjectAsBytes(b -> b.bucket(BUCKET).key("etag/a").ifNoneMatch(etag)))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(304));
  }

  @Test
  void koreanKeysAreKept() {
    put("photos/왕의 남자 (2005)/포스터+1.txt", "공길");

    assertThat(get("photos/왕의 남자 (2005)/포스터+1.txt")).isEqualTo("공길");
    assertThat(keys("photos/왕의")).containsExactly("photos/왕의 남자 (2005)/포스터+1.txt");
  }

  @Test
  void listIsOrderedPagedAndFolded() {
    for (String key : List.of("list/b", "list/a", "list/c/2", "list/c/1", "list/c-d")) {
      put(key, key);
    }

    assertThat(keys("list/"))
        .containsExactly("list/a", "list/b", "list/c-d", "list/c/1", "list/c/2");

    ListObjectsV2Response folded =
        s3.listObjectsV2(b -> b.bucket(BUCKET).prefix("list/").delimiter("/"));
    assertThat(folded.contents())
        .extracting(S3Object::key)
        .containsExactly("list/a", "list/b", "list/c-d");
    assertThat(folded.commonPrefixes()).extracting(p -> p.prefix()).containsExactly("list/c/");

    assertThat(
            s3.listObjectsV2Paginator(b -> b.bucket(BUCKET).prefix("list/").maxKeys(2)).contents())
        .extracting(S3Object::key)
        .containsExactly("list/a", "list/b", "list/c-d", "list/c/1", "list/c/2");
    assertThat(
            s3.listObjectsV2(b -> b.bucket(BUCKET).prefix("list/").startAfter("list/b")).contents())
        .extracting(S3Object::key)
        .containsExactly("list/c-d", "list/c/1", "list/c/2");
  }

  @Test
  void keyAndKeysBelowItCoexist() {
    put("tree", "trunk");
    put("tree/leaf", "leaf");
    put("tree/", "");

    assertThat(get("tree")).isEqualTo("trunk");
    assertThat(get("tree/leaf")).isEqualTo("leaf");
    assertThat(keys("tree")).containsExactly("tree", "tree/", "tree/leaf");
  }

  @Test
  void copyKeepsContentAndMetadata() {
    s3.putObject(
        b -> b.bucket(BUCKET).key("copy/원본").metadata(Map.of("k", "v")).contentType("text/plain"),
        RequestBody.fromString("content"));

    s3.copyObject(
        b ->
            b.sourceBucket(BUCKET)
                .sourceKey("copy/원본")
                .destinationBucket(BUCKET)
                .destinationKey("copy/b"));

    ResponseBytes<GetObjectResponse> copy =
        s3.getObjectAsBytes(b -> b.bucket(BUCKET).key("copy/b"));
    assertThat(copy.asUtf8String()).isEqualTo("content");
    assertThat(copy.response().metadata()).containsExactly(Map.entry("k", "v"));
    assertThat(copy.response().contentType()).isEqualTo("text/plain");
  }

  @Test
  void deletedObjectsAreGoneAndDeletingAgainIsFine() {
    put("delete/a", "a");
    put("delete/b", "b");
    put("delete/c", "c");

    s3.deleteObject(b -> b.bucket(BUCKET).key("delete/a"));
    s3.deleteObject(b -> b.bucket(BUCKET).key("delete/a"));
    s3.deleteObjects(
        b -> b.bucket(BUCKET).delete(d -> d.objects(o -> o.key("delete/b"), o -> o.key("none"))));

    assertThat(keys("delete/")).containsExactly("delete/c");
  }

  @Test
  void multipartUploadAppearsWhenCompleted() {
    byte[] first = new byte[5 * 1024 * 1024];
    new Random(1).nextBytes(first);
    byte[] second = "끝".getBytes(UTF_8);
    String key = "models/모델.bin";

    String upload =
        s3.createMultipartUpload(b -> b.bucket(BUCKET).key(key).contentType("model/x")).uploadId();
    CompletedPart one = uploadPart(key, upload, 1, first);
    CompletedPart two = uploadPart(key, upload, 2, second);
    assertThat(keys("")).noneMatch(listed -> listed.contains("모델"));
    assertThat(s3.listMultipartUploads(b -> b.bucket(BUCKET)).uploads())
        .extracting(u -> u.key())
        .containsExactly(key);
    assertThat(s3.listParts(b -> b.bucket(BUCKET).key(key).uploadId(upload)).parts())
        .extracting(p -> p.partNumber())
        .containsExactly(1, 2);
    s3.completeMultipartUpload(
        b -> b.bucket(BUCKET).key(key).uploadId(upload).multipartUpload(m -> m.parts(one, two)));

    ResponseBytes<GetObjectResponse> whole = s3.getObjectAsBytes(b -> b.bucket(BUCKET).key(key));
    assertThat(whole.asByteArray()).hasSize(first.length + second.length).startsWith(first);
    assertThat(whole.response().contentType()).isEqualTo("model/x");
    assertThat(whole.response().eTag()).endsWith("-2\"");
    assertThat(keys("models/")).containsExactly(key);
  }

  @Test
  void abortedMultipartUploadLeavesNothing() {
    String upload = s3.createMultipartUpload(b -> b.bucket(BUCKET).key("aborted/a")).uploadId();
    uploadPart("aborted/a", upload, 1, new byte[] {1});

    s3.abortMultipartUpload(b -> b.bucket(BUCKET).key("aborted/a").uploadId(upload));

    assertThat(keys("aborted/")).isEmpty();
    assertThat(s3.listMultipartUploads(b -> b.bucket(BUCKET).prefix("aborted/")).uploads())
        .isEmpty();
  }

  private static CompletedPart uploadPart(String key, String upload, int number, byte[] content) {
    String etag =
        s3.uploadPart(
                b -> b.bucket(BUCKET).key(key).uploadId(upload).partNumber(number),
                RequestBody.fromBytes(content))
            .eTag();
    return CompletedPart.builder().partNumber(number).eTag(etag).build();
  }

  @Test
  void createOnlyPutRefusesAnExistingKey() {
    put("if/none", "first");

    assertPreconditionFailed(
        () ->
            s3.putObject(
                b -> b.bucket(BUCKET).key("if/none").ifNoneMatch("*"),
                RequestBody.fromString("second")));
    assertThat(get("if/none")).isEqualTo("first");
  }

  @Test
  void replacingPutRefusesAnotherVersion() {
    put("if/match", "first");
    String first = s3.headObject(b -> b.bucket(BUCKET).key("if/match")).eTag();
    s3.putObject(
        b -> b.bucket(BUCKET).key("if/match").ifMatch(first), RequestBody.fromString("second"));

    assertPreconditionFailed(
        () ->
            s3.putObject(
                b -> b.bucket(BUCKET).key("if/match").ifMatch(first),
                RequestBody.fromString("third")));
    assertThat(get("if/match")).isEqualTo("second");
  }

  private static void assertPreconditionFailed(Runnable put) {
    assertThatThrownBy(put::run)
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));
  }

  @Test
  void oneOfSixteenRacingCreatorsWins() throws Exception {
    var pool = Executors.newFixedThreadPool(16);
    Callable<Boolean> create =
        () -> {
          try {
            s3.putObject(
                b -> b.bucket(BUCKET).key("race/a").ifNoneMatch("*"),
                RequestBody.fromString("mine"));
            return true;
          } catch (S3Exception e) {
            return false;
          }
        };
    int winners = 0;
    for (var creator : pool.invokeAll(Collections.nCopies(16, create))) {
      winners += creator.get() ? 1 : 0;
    }
    pool.shutdown();

    assertThat(winners).isEqualTo(1);
  }

  @Test
  void presignedUrlsPutAndGet() throws Exception {
    try (S3Presigner presigner = presigner(server.secretAccessKey())) {
      URI put = presignedPut(presigner, "presigned/사진.jpg");
      URI get =
          presigner
              .presignGetObject(
                  b ->
                      b.signatureDuration(Duration.ofMinutes(5))
                          .getObjectRequest(g -> g.bucket(BUCKET).key("presigned/사진.jpg")))
              .url()
              .toURI();
      HttpClient http = HttpClient.newHttpClient();

      var putStatus =
          http.send(
              HttpRequest.newBuilder(put)
                  .header("Content-Type", "image/jpeg")
                  .PUT(HttpRequest.BodyPublishers.ofString("jpeg"))
                  .build(),
              BodyHandlers.ofString());
      var got = http.send(HttpRequest.newBuilder(get).build(), BodyHandlers.ofString());

      assertThat(putStatus.statusCode()).isEqualTo(200);
      assertThat(got.body()).isEqualTo("jpeg");
      assertThat(got.headers().firstValue("Content-Type")).contains("image/jpeg");
    }
  }

  @Test
  void presignedUrlSignedWithAnotherSecretIsRefused() throws Exception {
    try (S3Presigner presigner = presigner("another-secret")) {
      var response =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(presignedPut(presigner, "presigned/forged"))
                      .header("Content-Type", "image/jpeg")
                      .PUT(HttpRequest.BodyPublishers.ofString("jpeg"))
                      .build(),
                  BodyHandlers.ofString());

      assertThat(response.statusCode()).isEqualTo(403);
    }
  }

  private static URI presignedPut(S3Presigner presigner, String key) throws Exception {
    return presigner
        .presignPutObject(
            b ->
                b.signatureDuration(Duration.ofMinutes(5))
                    .putObjectRequest(p -> p.bucket(BUCKET).key(key).contentType("image/jpeg")))
        .url()
        .toURI();
  }

  private static S3Presigner presigner(String secret) {
    return S3Presigner.builder()
        .endpointOverride(server.endpoint())
        .region(Region.AP_NORTHEAST_2)
        .credentialsProvider(credentials(server, secret))
        .build();
  }

  @Test
  void wrongSecretIsRefused() {
    try (S3Client stranger = client(server, "wrong")) {
      assertThatThrownBy(() -> stranger.listObjectsV2(b -> b.bucket(BUCKET)))
          .isInstanceOfSatisfying(
              S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
    }
  }

  @Test
  void unknownBucketIsRefused() {
    assertThatThrownBy(() -> s3.listObjectsV2(b -> b.bucket("no-such-bucket")))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(404));
  }

  @Test
  void clientThatHangsUpInThePutLeavesNothing() throws Exception {
    try (S3Presigner presigner = presigner(server.secretAccessKey())) {
      sendHalfAPut(presignedPut(presigner, "halves/a"), 100_000).close();
    }

    awaitTrue(() -> keys("halves/").isEmpty());
    assertThatThrownBy(() -> get("halves/a")).isInstanceOf(NoSuchKeyException.class);
  }

  @Test
  void putInProgressIsNotVisible() throws Exception {
    try (S3Presigner presigner = presigner(server.secretAccessKey());
        Socket ignored = sendHalfAPut(presignedPut(presigner, "progress/a"), 1_000_000)) {
      Thread.sleep(200);

      assertThat(keys("progress/")).isEmpty();
    }
  }

  @Test
  void objectsSurviveARestart(@TempDir Path folder) {
    try (S3Server first = S3Server.start(0, folder, "key", "secret", List.of(BUCKET));
        S3Client client = client(first, "secret")) {
      client.putObject(
          b -> b.bucket(BUCKET).key("kept/가").contentType("text/html"),
          RequestBody.fromString("still here"));
    }
    try (S3Server second = S3Server.start(0, folder, "key", "secret", List.of(BUCKET));
        S3Client client = client(second, "secret")) {
      ResponseBytes<GetObjectResponse> kept =
          client.getObjectAsBytes(b -> b.bucket(BUCKET).key("kept/가"));

      assertThat(kept.asUtf8String()).isEqualTo("still here");
      assertThat(kept.response().contentType()).isEqualTo("text/html");
    }
  }

  @Test
  void folderMayBeRelative(@TempDir Path folder) {
    Path relative = Path.of("").toAbsolutePath().relativize(folder);
    try (S3Server server = S3Server.start(0, relative, "key", "secret", List.of(BUCKET));
        S3Client client = client(server, "secret")) {
      client.putObject(b -> b.bucket(BUCKET).key("a/b"), RequestBody.fromString("x"));

      assertThat(client.listObjectsV2(b -> b.bucket(BUCKET)).contents())
          .extracting(S3Object::key)
          .containsExactly("a/b");
    }
  }

  static Socket sendHalfAPut(URI url, int contentLength) throws IOException {
    Socket socket = new Socket(url.getHost(), url.getPort());
    String head =
        "PUT %s?%s HTTP/1.1\r\nHost: %s\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n"
            .formatted(url.getRawPath(), url.getRawQuery(), url.getAuthority(), contentLength);
    socket.getOutputStream().write(head.getBytes(UTF_8));
    socket.getOutputStream().write(new byte[contentLength / 2]);
    socket.getOutputStream().flush();
    return socket;
  }

  static void awaitTrue(Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("waited 10 s in vain").isLessThan(deadline);
      Thread.sleep(10);
    }
  }
}
