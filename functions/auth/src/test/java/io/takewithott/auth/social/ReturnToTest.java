package io.takewithott.auth.social;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnToTest {
  @ParameterizedTest
  @ValueSource(strings = {"/", "/#/title/7", "/?tab=1#/me", "/%09/x", "/a//b", "/@host", "/:8080"})
  void aPathOfOursIsKept(String path) {
    assertThat(ReturnTo.of(Optional.of(path))).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "title/7",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\/evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "/a\r\nset-cookie: x=y",
        "https://evil.example",
        "https:/evil.example",
        "javascript:alert(1)",
        " /",
        "/a b",
        "/<script>",
        "/\"",
        "/%zz",
        "/경로"
      })
  void anythingElseIsTheFirstPage(String path) {
    assertThat(ReturnTo.of(Optional.of(path))).isEqualTo("/");
  }

  @Test
  void nothingAndTooMuchAreTheFirstPage() {
    assertThat(ReturnTo.of(Optional.empty())).isEqualTo("/");
    assertThat(ReturnTo.of(Optional.of("/" + "x".repeat(512)))).isEqualTo("/");
  }

  @Test
  void aParameterStandsBeforeTheFragment() {
    assertThat(ReturnTo.with("/", "a=1")).isEqualTo("/?a=1");
    assertThat(ReturnTo.with("/?b=2", "a=1")).isEqualTo("/?b=2&a=1");
    assertThat(ReturnTo.with("/?b=2#/me?c", "a=1")).isEqualTo("/?b=2&a=1#/me?c");
    assertThat(ReturnTo.with("/#/me", "a=1")).isEqualTo("/?a=1#/me");
  }
}
