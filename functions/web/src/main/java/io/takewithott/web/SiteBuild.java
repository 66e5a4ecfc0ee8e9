package io.takewithott.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the bundler made, as its own report (esbuild's metafile) says: names with a hash of what is
 * in them, which parts there are, and which of them the first one needs at once.
 *
 * @param files names of all of them, without the folder
 * @param script what the page begins with
 * @param style its style sheet
 * @param needed further scripts that it imports before it runs, or for the first page
 */
record SiteBuild(List<String> files, String script, String style, List<String> needed) {
  private static final String SCRIPT = "app.tsx";
  private static final String STYLE = "site.css";

  /** What most begin with; their code is asked for together with the rest. */
  private static final List<String> FIRST_PAGES = List.of("LandingPage.tsx", "HomePage.tsx");

  SiteBuild {
    files = List.copyOf(files);
    needed = List.copyOf(needed);
  }

  static SiteBuild of(byte[] report) {
    JsonNode outputs = Json.tree(report).path("outputs");
    List<String> files = new ArrayList<>();
    outputs.fieldNames().forEachRemaining(path -> files.add(name(path)));
    String script = entry(outputs, SCRIPT);
    Set<String> needed = new LinkedHashSet<>();
    follow(outputs, script, needed);
    FIRST_PAGES.forEach(page -> follow(outputs, entry(outputs, page), needed));
    needed.remove(script);
    return new SiteBuild(
        files,
        name(script),
        name(entry(outputs, STYLE)),
        needed.stream().map(SiteBuild::name).toList());
  }

  private static String entry(JsonNode outputs, String source) {
    for (Map.Entry<String, JsonNode> output : outputs.properties()) {
      String entryPoint = output.getValue().path("entryPoint").asText();
      if (entryPoint.endsWith("/" + source)) {
        return output.getKey();
      }
    }
    throw new IllegalStateException("The site's build has no part made of " + source);
  }

  private static void follow(JsonNode outputs, String path, Set<String> found) {
    if (!found.add(path)) {
      return;
    }
    for (JsonNode part : outputs.path(path).path("imports")) {
      if (part.path("kind").asText().equals("import-statement")) {
        follow(outputs, part.path("path").asText(), found);
      }
    }
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
