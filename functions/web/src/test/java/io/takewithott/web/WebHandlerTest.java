package io.takewithott.web;

import static io.takewithott.testing.Invocations.invoke;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.core.Environment;
import io.takewithott.testing.EventFiles;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebHandlerTest {
  private final WebHandler handler = new WebHandler(Environment.of(Map.of()));

  @Test
  void thePageForbidsForeignScripts() {
    JsonNode page = invoke(handler, EventFiles.read("web/page"));

    assertThat(page.path("statusCode").asInt()).isEqualTo(200);
    assertThat(page.path("headers").path("content-security-policy").asText())
        .startsWith("default-src 'none'; script-src 'self';");
    assertThat(page.path("body").asText())
        .contains("<html lang=\"ko\">")
        .doesNotContain("<script>");
  }

  @Test
  void anUnchangedFileIsNotSentAgain() {
    ObjectNode event = EventFiles.read("web/asset");
    String etag = invoke(handler, event).path("headers").path("etag").asText();
    ((ObjectNode) event.path("headers")).put("if-none-match", etag);

    JsonNode again = invoke(handler, event);

    assertThat(again.path("statusCode").asInt()).isEqualTo(304);
    assertThat(again.path("body").asText("")).isEmpty();
  }

  @Test
  void onlyListedFilesAreServed() {
    for (String file : new String[] {"../logback.xml", "index.html/..", "missing.js", ""}) {
      ObjectNode event = EventFiles.read("web/asset");
      event.put("rawPath", "/assets/" + file);
      assertThat(invoke(handler, event).path("statusCode").asInt()).as(file).isEqualTo(404);
    }
  }
}
