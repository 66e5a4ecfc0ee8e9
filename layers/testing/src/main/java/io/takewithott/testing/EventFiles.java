package io.takewithott.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.core.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The events under {@code events/}, which `sam local invoke` and the tests share. */
public final class EventFiles {
  private EventFiles() {}

  /** An event by function and case, such as {@code rating/rate}; the caller may change it. */
  public static ObjectNode read(String name) {
    try {
      return (ObjectNode) Json.tree(Files.readAllBytes(folder().resolve(name + ".json")));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** Every event's name, in order. */
  public static List<String> names() {
    try (Stream<Path> files = Files.walk(folder())) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .map(file -> folder().relativize(file).toString().replace('\\', '/'))
          .map(file -> file.substring(0, file.length() - ".json".length()))
          .sorted()
          .toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static Path folder() {
    return Checkout.root().resolve("events");
  }
}
