package io.takewithott.web.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The files of the description.
 *
 * @param common what holds for all, {@code api.yaml}
 * @param functions the others by their names
 */
record Sources(JsonNode common, Map<String, JsonNode> functions) {
  private static final String COMMON = "api.yaml";

  static Sources read(Path folder) throws IOException {
    Map<String, JsonNode> functions = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        functions.put(String.valueOf(file.getFileName()), yaml(file));
      }
    }
    JsonNode common = functions.remove(COMMON);
    if (common == null) {
      throw new IllegalArgumentException(folder + " has no " + COMMON);
    }
    return new Sources(common, functions);
  }

  private static JsonNode yaml(Path file) throws IOException {
    LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).build();
    return Json.mapper().valueToTree(new Load(settings).loadFromString(Files.readString(file)));
  }

  /** All types that have a name. */
  ObjectNode schemas() {
    ObjectNode all = Json.mapper().createObjectNode();
    Stream.concat(Stream.of(common), functions.values().stream())
        .forEach(
            file ->
                file.path("schemas")
                    .properties()
                    .forEach(
                        schema -> {
                          if (all.has(schema.getKey())) {
                            throw new IllegalArgumentException(
                                "There are two schemas " + schema.getKey());
                          }
                          all.set(schema.getKey(), schema.getValue());
                        }));
    return all;
  }

  /** What a file of a function is made of. */
  static final List<String> PARTS = List.of("tags", "operations", "schemas");
}
