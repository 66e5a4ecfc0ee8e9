package io.takewithott.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.takewithott.core.Environment;
import io.takewithott.core.cloud.CloudClients;
import io.takewithott.core.cloud.CloudConfig;
import io.takewithott.core.secrets.Secrets;
import io.takewithott.testing.TestEndpoints;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AccessTokensTest {
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-21T00:00:00Z"));
  private final InstantSource clock = now::get;
  private final Secrets secrets =
      Environment.of(ENDPOINTS.environment())
          .read(settings -> new CloudClients(CloudConfig.from(settings)).secrets(clock));

  @Test
  void aTokenIsGoodUntilItExpires() throws Exception {
    AccessTokens tokens = tokens(key("a"));
    String token = tokens.issue(access(4711)).text();

    pass(Duration.ofMinutes(59).plusSeconds(59));
    assertThat(tokens.verify(token)).contains(access(4711));
    pass(Duration.ofSeconds(1));
    assertThat(tokens.verify(token)).isEmpty();
  }

  @Test
  void aRotationIsNoticedAndOldTokensStayGood() throws Exception {
    ECKey first = key("first");
    ECKey second = key("second");
    String secret = ENDPOINTS.secret("keys-" + NUMBER.incrementAndGet(), keySet(first));
    AccessTokens issuer = tokens(secret);
    String old = issuer.issue(access(1)).text();

    secrets.put(secret, keySet(second, first));
    String fresh = tokens(secret).issue(access(2)).text();
    pass(Duration.ofSeconds(11));

    assertThat(issuer.verify(old)).contains(access(1));
    assertThat(issuer.verify(fresh)).contains(access(2));
  }

  @Test
  void aKeyThatWasDroppedVerifiesNothing() throws Exception {
    String secret = ENDPOINTS.secret("keys-" + NUMBER.incrementAndGet(), keySet(key("old")));
    AccessTokens tokens = tokens(secret);
    String token = tokens.issue(access(1)).text();

    secrets.put(secret, keySet(key("new")));

    assertThat(tokens.verify(token)).isEmpty();
  }

  @Test
  void anotherKeyWithTheSameIdDoesNotDo() throws Exception {
    String forged = tokens(key("same")).issue(access(1)).text();

    assertThat(tokens(key("same")).verify(forged)).isEmpty();
  }

  private AccessTokens tokens(ECKey key) {
    return tokens(ENDPOINTS.secret("keys-" + NUMBER.incrementAndGet(), keySet(key)));
  }

  private AccessTokens tokens(String secret) {
    return new AccessTokens(new TokenKeys(secrets, secret, clock), clock, Duration.ofHours(1));
  }

  private static Access access(long userId) {
    return new Access(userId, "session-" + userId, false);
  }

  private void pass(Duration time) {
    now.updateAndGet(moment -> moment.plus(time));
  }

  private static ECKey key(String id) throws Exception {
    return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
  }

  private static String keySet(ECKey... keys) {
    return new JWKSet(Arrays.stream(keys).map(key -> (JWK) key).toList()).toString(false);
  }
}
