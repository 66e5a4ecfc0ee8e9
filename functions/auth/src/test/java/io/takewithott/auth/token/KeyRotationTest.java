package io.takewithott.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.core.Environment;
import io.takewithott.core.cloud.CloudClients;
import io.takewithott.core.cloud.CloudConfig;
import io.takewithott.core.json.Json;
import io.takewithott.core.secrets.Secrets;
import io.takewithott.testing.TestEndpoints;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The rotation beside instances that keep what they have read, as running functions do. */
class KeyRotationTest {
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Access MINA = new Access(1, "s", true);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-21T00:00:00Z"));
  private final InstantSource clock = now::get;
  private final String secret = ENDPOINTS.secret("rotated-" + NUMBER.incrementAndGet(), "{}");
  private final KeyRotation rotation = new KeyRotation(secrets(), secret, clock);

  @BeforeEach
  void makeTheFirstKey() {
    assertThat(rotation.ensure()).isTrue();
  }

  @Test
  void aNewKeyIsPublishedAnHourBeforeItSigns() {
    AccessTokens tokens = tokens();
    String first = keyOf(tokens);
    pass(Duration.ofDays(30));
    assertThat(rotation.rotate()).isTrue();

    pass(Duration.ofMinutes(59));
    assertThat(keyOf(tokens)).isEqualTo(first);
    assertThat(published()).isEqualTo(2);
    pass(Duration.ofMinutes(1));
    assertThat(keyOf(tokens)).isNotEqualTo(first);
  }

  @Test
  void everyTokenIsGoodThroughoutARotation() {
    AccessTokens issuer = tokens();
    AccessTokens verifier = tokens();
    pass(Duration.ofDays(30));
    rotation.rotate();

    for (int minute = 0; minute < 180; minute += 5) {
      String token = issuer.issue(MINA).text();
      pass(Duration.ofMinutes(5));
      assertThat(verifier.verify(token)).contains(MINA);
    }
  }

  @Test
  void aKeyThatStoppedSigningIsDroppedByTheNextRotation() {
    AccessTokens tokens = tokens();
    String first = keyOf(tokens);
    for (int month = 0; month < 3; month++) {
      pass(Duration.ofDays(30));
      assertThat(rotation.rotate()).isTrue();
      assertThat(published()).isEqualTo(2);
    }
    assertThat(new TokenKeys(secrets(), secret, clock).verifying(first)).isEmpty();
  }

  @Test
  void aScheduleThatRunsTwiceRotatesOnce() {
    pass(Duration.ofDays(30));

    assertThat(rotation.rotate()).isTrue();
    assertThat(rotation.rotate()).isFalse();
    assertThat(published()).isEqualTo(2);
  }

  @Test
  void aReplacedKeyIsGoodForNothing() {
    AccessTokens tokens = tokens();
    String token = tokens.issue(MINA).text();

    rotation.replace();

    pass(Duration.ofMinutes(5));
    assertThat(tokens.verify(token)).isEmpty();
    assertThat(tokens().verify(tokens.issue(MINA).text())).contains(MINA);
    assertThat(published()).isEqualTo(1);
  }

  @Test
  void onlyPublicHalvesArePublished() {
    String published = new TokenKeys(secrets(), secret, clock).published();

    assertThat(published).contains("\"kty\":\"EC\"").contains("\"kid\"").doesNotContain("\"d\"");
  }

  private AccessTokens tokens() {
    return new AccessTokens(new TokenKeys(secrets(), secret, clock), clock, Duration.ofMinutes(10));
  }

  private Secrets secrets() {
    return Environment.of(ENDPOINTS.environment())
        .read(settings -> new CloudClients(CloudConfig.from(settings)).secrets(clock));
  }

  private int published() {
    String set = new TokenKeys(secrets(), secret, clock).published();
    return Json.tree(set.getBytes(StandardCharsets.UTF_8)).path("keys").size();
  }

  private static String keyOf(AccessTokens tokens) {
    String header = tokens.issue(MINA).text().replaceFirst("\\..*", "");
    byte[] json = java.util.Base64.getUrlDecoder().decode(header);
    return Json.tree(json).path("kid").asText();
  }

  private void pass(Duration time) {
    now.updateAndGet(moment -> moment.plus(time));
  }
}
