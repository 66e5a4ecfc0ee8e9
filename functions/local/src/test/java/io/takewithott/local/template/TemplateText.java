package io.takewithott.local.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Templates written out in tests. */
public final class TemplateText {

  public static final TemplateSettings SETTINGS =
      new TemplateSettings(Map.of(), "ap-northeast-2", "000000000000", "take-with-ott");

  private TemplateText() {}

  public static Template read(String text) {
    return read(text, SETTINGS);
  }

  /**
   * Every resource has the attributes of its name: {@code Queue.Arn} is "arn-of-Queue", {@code
   * Queue} "ref-of-Queue".
   */
  public static Template read(String text, TemplateSettings settings) {
    return read(
        text,
        settings,
        (logicalId, type, attribute) ->
            switch (attribute) {
              case "Arn" -> Optional.of("arn-of-" + logicalId);
              case ResourceAttributes.REF -> Optional.of("ref-of-" + logicalId);
              default -> Optional.empty();
            });
  }

  static Template read(String text, TemplateSettings settings, ResourceAttributes attributes) {
    try {
      Path folder = Files.createTempDirectory("template");
      Path file = folder.resolve("template.yaml");
      try {
        Files.writeString(file, text);
        return Template.read(file, settings, attributes);
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
