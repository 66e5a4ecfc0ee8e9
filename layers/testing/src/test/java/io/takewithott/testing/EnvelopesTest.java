package io.takewithott.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.core.Environment;
import io.takewithott.core.cloud.CloudClients;
import io.takewithott.core.cloud.CloudConfig;
import io.takewithott.core.envelope.EnvelopeException;
import io.takewithott.core.envelope.Envelopes;
import io.takewithott.core.envelope.Seal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sealing with AWS's own client against the key service of this machine. */
class EnvelopesTest {
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private static final Seal SEAL = new Seal("vault", 5001, 3);
  private static final String TEXT = "비밀번호 with spaces ";

  @Test
  void whatIsSealedIsOpenedForTheSameOnly() {
    Envelopes envelopes = envelopes(Map.of());
    String sealed = envelopes.seal(TEXT, SEAL);

    assertThat(sealed).startsWith("v1.").doesNotContain("비밀번호");
    assertThat(envelopes.open(sealed, SEAL)).isEqualTo(TEXT);
    for (Seal other :
        new Seal[] {
          new Seal("vault", 5002, 3), new Seal("vault", 5001, 4), new Seal("billing-key", 5001, 3)
        }) {
      assertThatThrownBy(() -> envelopes.open(sealed, other))
          .isInstanceOf(EnvelopeException.class)
          .hasMessage("The data key was not made for this");
    }
  }

  @Test
  void everySecretHasAKeyAndANonceOfItsOwn() {
    Envelopes envelopes = envelopes(Map.of());
    String[] one = envelopes.seal(TEXT, SEAL).split("\\.");
    String[] other = envelopes.seal(TEXT, SEAL).split("\\.");

    for (int part = 1; part < 4; part++) {
      assertThat(one[part]).isNotEqualTo(other[part]);
    }
  }

  @Test
  void aChangedTextAndTheKeyOfAnotherAreRefused() {
    Envelopes envelopes = envelopes(Map.of());
    String[] one = envelopes.seal(TEXT, SEAL).split("\\.");
    String[] other = envelopes.seal("another", SEAL).split("\\.");

    assertThatThrownBy(
            () -> envelopes.open(String.join(".", one[0], other[1], one[2], one[3]), SEAL))
        .hasMessage("What was sealed has been changed");
    assertThatThrownBy(
            () -> envelopes.open(String.join(".", one[0], one[1], one[2], other[3]), SEAL))
        .hasMessage("What was sealed has been changed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "v1", "v1.a.b", "v2.AAAA.AAAA.AAAA", "v1.?.AAAA.AAAA", "v1.A.A.A.A"})
  void whatWasNeverSealedIsNotOpened(String text) {
    assertThatThrownBy(() -> envelopes(Map.of()).open(text, SEAL))
        .isInstanceOf(EnvelopeException.class);
  }

  @Test
  void aKeyServiceThatIsNotThereIsAFailureWithoutTheText() {
    Envelopes envelopes = envelopes(Map.of("AWS_ENDPOINT_URL_KMS", "http://127.0.0.1:9"));

    assertThatThrownBy(() -> envelopes.seal(TEXT, SEAL))
        .isInstanceOf(EnvelopeException.class)
        .hasMessage("The key service made no data key")
        .satisfies(failure -> assertThat(String.valueOf(failure.getCause())).doesNotContain("비밀"));
  }

  private static Envelopes envelopes(Map<String, String> other) {
    Map<String, String> variables = new HashMap<>(ENDPOINTS.environment());
    variables.putAll(other);
    return Environment.of(variables)
        .read(settings -> new CloudClients(CloudConfig.from(settings)))
        .envelopes(ENDPOINTS.key("seal"));
  }
}
