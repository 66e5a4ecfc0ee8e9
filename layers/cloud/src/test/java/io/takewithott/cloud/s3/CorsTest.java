package io.takewithott.cloud.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** What a browser asks before a page of another origin puts an object, and what it hears. */
final class CorsTest {
  private static final String BUCKET = "objects";
  private static final String SITE = "https://site.example";
  private static final CorsRule FROM_ANYWHERE =
      new CorsRule(List.of("*"), List.of("PUT"), List.of("content-type"));

  private final HttpClient http = HttpClient.newHttpClient();

  private final Path folder;

  CorsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void whatTheRuleAllowsIsAllowedBeforeAnythingIsSigned() throws Exception {
    try (S3Server server = start(Optional.of(FROM_ANYWHERE))) {
      HttpResponse<String> answer = preflight(server, SITE, "PUT", "content-type");

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(allowed(answer, "origin")).contains("*");
      assertThat(allowed(answer, "methods")).contains("PUT");
      assertThat(allowed(answer, "headers")).contains("content-type");
      assertThat(allowed(answer, "credentials")).isEmpty();
    }
  }

  @Test
  void whatTheRuleDoesNotNameIsForbidden() throws Exception {
    try (S3Server server = start(Optional.of(FROM_ANYWHERE))) {
      for (HttpResponse<String> answer :
          List.of(
              preflight(server, SITE, "DELETE", "content-type"),
              preflight(server, SITE, "GET", ""),
              preflight(server, SITE, "PUT", "content-type, x-amz-acl"))) {
        assertThat(answer.statusCode()).isBetween(400, 403);
        assertThat(allowed(answer, "origin")).isEmpty();
      }
    }
  }

  @Test
  void originsMayHaveAWildcard() throws Exception {
    CorsRule ours = new CorsRule(List.of("https://*.site.example"), List.of("PUT"), List.of("*"));
    try (S3Server server = start(Optional.of(ours))) {
      HttpResponse<String> own = preflight(server, "https://www.site.example", "PUT", "x-any");
      HttpResponse<String> foreign = preflight(server, "https://wwwxsite.example", "PUT", "");

      assertThat(allowed(own, "origin")).contains("https://www.site.example");
      assertThat(foreign.statusCode()).isEqualTo(403);
    }
  }

  @Test
  void withoutARuleNoPageOfAnotherOriginDoesAnything() throws Exception {
    try (S3Server server = start(Optional.empty())) {
      assertThat(preflight(server, SITE, "PUT", "content-type").statusCode()).isEqualTo(403);
      assertThat(allowed(put(server, "a", SITE), "origin")).isEmpty();
    }
  }

  @Test
  void thePutItselfTellsThePageThatItMayReadTheAnswer() throws Exception {
    try (S3Server server = start(Optional.of(FROM_ANYWHERE))) {
      HttpResponse<String> answer = put(server, "a", SITE);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(allowed(answer, "origin")).contains("*");
    }
  }

  private S3Server start(Optional<CorsRule> rule) {
    return S3Server.start(0, folder, "key", "secret", List.of(BUCKET), rule);
  }

  private HttpResponse<String> preflight(
      S3Server server, String origin, String method, String headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.endpoint().resolve("/" + BUCKET + "/a?X-Amz-Signature=none"))
            .method("OPTIONS", BodyPublishers.noBody())
            .header("Origin", origin)
            .header("Access-Control-Request-Method", method);
    if (!headers.isEmpty()) {
      request.header("Access-Control-Request-Headers", headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> put(S3Server server, String key, String origin) throws Exception {
    URI signed;
    try (S3Presigner presigner =
        S3Presigner.builder()
            .endpointOverride(server.endpoint())
            .region(Region.AP_NORTHEAST_2)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
            .build()) {
      signed =
          presigner
              .presignPutObject(
                  b ->
                      b.signatureDuration(Duration.ofMinutes(5))
                          .putObjectRequest(p -> p.bucket(BUCKET).key(key)))
              .url()
              .toURI();
    }
    return http.send(
        HttpRequest.newBuilder(signed)
            .PUT(BodyPublishers.ofString("photo"))
            .header("Origin", origin)
            .build(),
        BodyHandlers.ofString());
  }

  private static Optional<String> allowed(HttpResponse<String> answer, String what) {
    HttpHeaders headers = answer.headers();
    return headers.firstValue("Access-Control-Allow-" + what);
  }
}
