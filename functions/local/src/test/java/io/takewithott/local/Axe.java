package io.takewithott.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import io.takewithott.core.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The rules of axe-core for those who cannot see, hear or point. */
final class Axe {
  private static final int MOST_SHOWN = 3;

  private final String script;

  private Axe(String script) {
    this.script = script;
  }

  static Axe load() throws IOException {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new Axe(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Which rules the page breaks, and where. */
  List<String> violations(Page page) {
    if (!(Boolean) page.evaluate("typeof window.axe === 'object'")) {
      page.evaluate(script);
    }
    String found =
        (String)
            page.evaluate(
                "axe.run(document, {resultTypes: ['violations']})"
                    + ".then(result => JSON.stringify(result.violations))");
    List<String> violations = new ArrayList<>();
    for (JsonNode rule : Json.tree(found.getBytes(StandardCharsets.UTF_8))) {
      for (int i = 0; i < Math.min(MOST_SHOWN, rule.path("nodes").size()); i++) {
        JsonNode node = rule.path("nodes").path(i);
        violations.add(
            rule.path("id").asText()
                + " at "
                + node.path("target").path(0).asText()
                + ": "
                + node.path("failureSummary").asText().replaceAll("\\s+", " "));
      }
    }
    return violations;
  }
}
