package io.takewithott.web.description;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the folder of the description and writes the document: {@code Describe FOLDER FILE}. */
public final class Describe {
  private Describe() {}

  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[1]);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, Json.bytes(document(Path.of(arguments[0]))));
  }

  /**
   * The OpenAPI document of a folder.
   *
   * @throws IllegalArgumentException saying where what is written cannot be understood
   */
  static ObjectNode document(Path folder) throws IOException {
    return new Document(Sources.read(folder)).assemble();
  }
}
