package io.takewithott.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.local.Browser.Page;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Another address for an account, over HTTP and by the mails that are sent. In process, or with
 * {@code -Disolated} in processes of their own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmailChangeEndToEndTest {
  private static final String PASSWORD = "correct horse battery";

  private final boolean isolated = Boolean.getBoolean("isolated");
  private SocialWorld world;

  @BeforeAll
  void start() throws Exception {
    world = SocialWorld.start(isolated);
  }

  @AfterAll
  void stop() {
    world.close();
  }

  @Test
  void theNewAddressIsConfirmedAndLogsIn() throws Exception {
    String token = join("mina");
    assertThat(ask(token, "mina.new@example.com")).isEqualTo(202);
    world.linkTo("mina@example.com", "stop-email-change");
    Map<String, String> link =
        Map.of("token", world.linkTo("mina.new@example.com", "change-email"));
    assertThat(address(token)).isEqualTo("mina@example.com");

    assertThat(call("/email-changes/complete", link, null).status()).isEqualTo(204);

    assertThat(call("/email-changes/complete", link, null).status()).isEqualTo(409);
    assertThat(address(token)).isEqualTo("mina.new@example.com");
    assertThat(logIn("mina@example.com").status()).isEqualTo(401);
    assertThat(logIn("mina.new@example.com").status()).isEqualTo(200);
  }

  @Test
  void theOldAddressStopsIt() throws Exception {
    String token = join("jun");
    assertThat(ask(token, "thief@example.com")).isEqualTo(202);
    String link = world.linkTo("thief@example.com", "change-email");
    String stop = world.linkTo("jun@example.com", "stop-email-change");

    assertThat(call("/email-changes/stop", Map.of("token", stop), null).status()).isEqualTo(204);

    assertThat(call("/email-changes/complete", Map.of("token", link), null).status())
        .isEqualTo(409);
    assertThat(new Browser(world.address()).call("GET", "/me", null, token).status())
        .isEqualTo(401);
    assertThat(logIn("jun@example.com").status()).isEqualTo(200);
  }

  private String join(String name) throws Exception {
    Page answer =
        call(
            "/accounts",
            Map.of("email", name + "@example.com", "password", PASSWORD, "nickname", name),
            null);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().path("accessToken").asText();
  }

  private int ask(String token, String email) throws Exception {
    return call("/me/email", Map.of("email", email, "password", PASSWORD), token).status();
  }

  private Page logIn(String email) throws Exception {
    return call("/sessions", Map.of("email", email, "password", PASSWORD), null);
  }

  private String address(String token) throws Exception {
    JsonNode me = new Browser(world.address()).call("GET", "/me", null, token).json();
    return me.path("email").asText();
  }

  private Page call(String path, Object body, @Nullable String token) throws Exception {
    return new Browser(world.address()).call("POST", path, body, token);
  }
}
