package io.takewithott.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.SdkClientException;

class EdgeTest {
  private static final String CONNECTED = "130.176.0.1";
  private static final Edge EDGE = new Edge(() -> Optional.of("known to both"));

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7",
    "2001:db8::1",
    "::1",
    "2001:db8:85a3:8d3:1319:8a2e:370:7348",
    "::ffff:203.0.113.7"
  })
  void whomTheEdgeNamesIsWhoAsks(String address) {
    assertThat(viewer(EDGE, address, "known to both")).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource({
    // Somebody who found the API's own address.
    "203.0.113.7, ",
    "203.0.113.7, ''",
    "203.0.113.7, guessed",
    "203.0.113.7, known to both and more",
    "203.0.113.7, Known to both",
    // Without an address, or with something else.
    ", known to both",
    "'', known to both",
    "unknown, known to both",
    "203.0.113.7:443, known to both",
    "[2001:db8::1]:443, known to both",
    "'203.0.113.7, 198.51.100.2', known to both",
    "2001:db8::1 or 1=1, known to both",
    "1111:1111:1111:1111:1111:1111:1111:1111:1111:1111, known to both"
  })
  void anythingElseIsTheOtherSideOfTheConnection(@Nullable String address, @Nullable String proof) {
    assertThat(viewer(EDGE, address, proof)).isEqualTo(CONNECTED);
  }

  @Test
  void whereNothingIsInFrontNoHeaderCounts() {
    assertThat(viewer(Edge.none(), "203.0.113.7", "")).isEqualTo(CONNECTED);
    assertThat(viewer(Edge.none(), "203.0.113.7", "known to both")).isEqualTo(CONNECTED);
    assertThat(viewer(new Edge(() -> Optional.of("")), "203.0.113.7", "")).isEqualTo(CONNECTED);
  }

  @Test
  void aSecretThatCannotBeReadFailsNoRequest() {
    Edge edge =
        new Edge(
            () -> {
              throw SdkClientException.create("down");
            });

    assertThat(viewer(edge, "203.0.113.7", "known to both")).isEqualTo(CONNECTED);
  }

  @Test
  void theSecretIsAskedForOnlyWhereBothHeadersCame() {
    AtomicInteger asked = new AtomicInteger();
    Edge edge =
        new Edge(
            () -> {
              asked.incrementAndGet();
              return Optional.of("known to both");
            });

    viewer(edge, null, null);
    viewer(edge, "203.0.113.7", null);
    viewer(edge, null, "known to both");
    assertThat(asked).hasValue(0);

    viewer(edge, "203.0.113.7", "known to both");
    assertThat(asked).hasValue(1);
  }

  private static String viewer(Edge edge, @Nullable String address, @Nullable String proof) {
    return edge.viewer(CONNECTED, Optional.ofNullable(address), Optional.ofNullable(proof));
  }
}
