package io.takewithott.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folders of the checkout that the tests run in. */
public final class Checkout {
  private Checkout() {}

  /** The folder with template.yaml, from the property that the build sets or by looking upwards. */
  public static Path root() {
    String given = System.getProperty("takewithott.root");
    Path start = Path.of(given == null ? "" : given).toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("template.yaml"))) {
        return folder;
      }
    }
    throw new IllegalStateException("There is no template.yaml in " + start + " or above it");
  }

  /** The folder of rating data that lies beside the checkout on some machines. */
  public static Optional<Path> sharedData() {
    return Optional.of(root().resolveSibling("shared").resolve("data")).filter(Files::isDirectory);
  }
}
