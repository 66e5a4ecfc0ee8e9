package io.takewithott.web;

import static io.takewithott.testing.Invocations.invoke;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.core.ConfigurationException;
import io.takewithott.core.Environment;
import io.takewithott.testing.EventFiles;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebHandlerTest {
  private static final String BUCKET = "photos.s3.ap-northeast-2.amazonaws.com";

  private final WebHandler handler =
      new WebHandler(Environment.of(Map.of("TWO_UPLOAD_HOST", BUCKET)));

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
  void thePageMayPutAPhotoWhereTheSettingsSayAndSpeaksToNobodyElse() {
    assertThat(
            invoke(handler, EventFiles.read("web/page"))
                .path("headers")
                .path("content-security-policy")
                .asText())
        .contains("; connect-src 'self' " + BUCKET + ";")
        .contains("; img-src 'self' data: blob:;");
  }

  @Test
  void aSettingThatWouldSayMoreIsRefused() {
    for (String host : new String[] {"", "a b", "*", "a;script-src *", "https://a.example"}) {
      assertThatThrownBy(() -> new WebHandler(Environment.of(Map.of("TWO_UPLOAD_HOST", host))))
          .as(host)
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("TWO_UPLOAD_HOST");
    }
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
