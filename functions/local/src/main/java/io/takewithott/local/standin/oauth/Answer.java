package io.takewithott.local.standin.oauth;

import io.takewithott.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a stand-in answers. */
record Answer(int status, Map<String, String> headers, byte[] body) {

  static Answer json(int status, Object body) {
    return new Answer(
        status, Map.of("content-type", "application/json;charset=UTF-8"), Json.bytes(body));
  }

  static Answer html(int status, String page) {
    return new Answer(
        status,
        Map.of("content-type", "text/html; charset=utf-8"),
        page.getBytes(StandardCharsets.UTF_8));
  }

  static Answer redirect(String location) {
    return new Answer(302, Map.of("location", location), new byte[0]);
  }
}
