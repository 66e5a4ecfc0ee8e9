package io.takewithott.benchmarks.start;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.benchmarks.start.StartWorld.Member;
import io.takewithott.core.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The event files of the checkout, made to fit the people of a world. */
final class EventFolder {
  private static final String JSON = ".json";

  private final Path folder;

  /**
   * @param root of the checkout
   */
  EventFolder(Path root) {
    this.folder = root.resolve("events");
  }

  /**
   * @param name such as {@code auth/me}
   */
  ObjectNode read(String name) {
    try {
      return (ObjectNode) Json.tree(Files.readAllBytes(folder.resolve(name + JSON)));
    } catch (IOException absent) {
      throw new UncheckedIOException("There is no event " + name, absent);
    }
  }

  /** As that member, where the route's authorizer would say who asks. */
  ObjectNode read(String name, Member member) {
    ObjectNode event = read(name);
    if (event.path("requestContext").path("authorizer").path("lambda")
        instanceof ObjectNode caller) {
      caller.put("userId", Long.toString(member.userId()));
      caller.put("sessionId", member.sessionId());
    }
    return event;
  }

  /** With another body, as JSON. */
  ObjectNode read(String name, Object body) {
    ObjectNode event = read(name);
    event.put("body", Json.text(body)).put("isBase64Encoded", false);
    event.withObject("/headers").put("content-type", "application/json");
    event.remove("cookies");
    return event;
  }

  /** The first event of a function, by name, that changes nothing. */
  Optional<String> firstReading(String function) {
    try (Stream<Path> files = Files.list(folder.resolve(function))) {
      return files
          .map(file -> function + "/" + file.getFileName().toString().replace(JSON, ""))
          .sorted()
          .filter(name -> read(name).path("routeKey").asText().startsWith("GET "))
          .findFirst();
    } catch (IOException absent) {
      return Optional.empty();
    }
  }
}
