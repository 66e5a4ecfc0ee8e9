package io.takewithott.cloud.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.core.cloud.WithoutExpectation;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Kills a serving process (SIGKILL) in the middle of a put and looks at what the next one shows.
 */
final class S3CrashTest {
  private static final String BUCKET = "objects";
  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"));

  /** The process that is killed: serves the folder and prints its endpoint. */
  static final class Serving {
    public static void main(String[] arguments) throws InterruptedException {
      S3Server server = S3Server.start(0, Path.of(arguments[0]), "key", "secret", List.of(BUCKET));
      System.out.println(server.endpoint());
      Thread.sleep(Duration.ofMinutes(1).toMillis());
    }
  }

  @Test
  void halfWrittenObjectIsNeverVisible(@TempDir Path folder) throws Exception {
    Process serving = startServing(folder);
    try {
      URI endpoint = URI.create(firstLine(serving));
      try (S3Client s3 = client(endpoint)) {
        s3.putObject(b -> b.bucket(BUCKET).key("a/old"), RequestBody.fromString("old content"));
      }
      try (Socket replacing = S3ServerTest.sendHalfAPut(putUrl(endpoint, "a/old"), 2_000_000);
          Socket creating = S3ServerTest.sendHalfAPut(putUrl(endpoint, "a/new"), 2_000_000)) {
        S3ServerTest.awaitTrue(() -> filesIn(folder.resolve(BUCKET)) == 3);
        assertThat(replacing.isConnected() && creating.isConnected()).isTrue();
        serving.destroyForcibly().waitFor();
      }
    } finally {
      serving.destroyForcibly();
    }
    assertThat(filesIn(folder.resolve(BUCKET))).isEqualTo(3);

    try (S3Server again = S3Server.start(0, folder, "key", "secret", List.of(BUCKET));
        S3Client s3 = client(again.endpoint())) {
      assertThat(s3.listObjectsV2(b -> b.bucket(BUCKET)).contents())
          .extracting(object -> object.key())
          .containsExactly("a/old");
      assertThat(s3.getObjectAsBytes(b -> b.bucket(BUCKET).key("a/old")).asUtf8String())
          .isEqualTo("old content");
      assertThatThrownBy(() -> s3.getObjectAsBytes(b -> b.bucket(BUCKET).key("a/new")))
          .isInstanceOf(NoSuchKeyException.class);
      assertThat(filesIn(folder.resolve(BUCKET))).isEqualTo(1);
    }
  }

  private static Process startServing(Path folder) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Serving.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static String firstLine(Process process) throws Exception {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      return lines.readLine();
    }
  }

  private static S3Client client(URI endpoint) {
    return S3Client.builder()
        .overrideConfiguration(c -> c.addExecutionInterceptor(new WithoutExpectation()))
        .endpointOverride(endpoint)
        .region(Region.AP_NORTHEAST_2)
        .credentialsProvider(CREDENTIALS)
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private static URI putUrl(URI endpoint, String key) throws Exception {
    try (S3Presigner presigner =
        S3Presigner.builder()
            .endpointOverride(endpoint)
            .region(Region.AP_NORTHEAST_2)
            .credentialsProvider(CREDENTIALS)
            .build()) {
      return presigner
          .presignPutObject(
              b ->
                  b.signatureDuration(Duration.ofMinutes(5))
                      .putObjectRequest(p -> p.bucket(BUCKET).key(key).contentType("image/jpeg")))
          .url()
          .toURI();
    }
  }

  private static long filesIn(Path bucket) throws Exception {
    try (var paths = Files.walk(bucket)) {
      return paths.filter(Files::isRegularFile).count();
    }
  }
}
