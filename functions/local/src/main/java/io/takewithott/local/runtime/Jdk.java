package io.takewithott.local.runtime;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * A Java that functions run on.
 *
 * @param version as it calls itself, such as 17.0.13
 */
public record Jdk(Path home, String version) {

  /** The one that runs this. */
  public static Jdk running() {
    return new Jdk(
        Path.of(System.getProperty("java.home")), System.getProperty("java.version", "0"));
  }

  /**
   * @param home with the file {@code release}, in which an installation says what it is
   * @throws IllegalArgumentException when there is none
   */
  public static Jdk at(Path home) {
    Properties release = new Properties();
    try (Reader file = Files.newBufferedReader(home.resolve("release"))) {
      release.load(file);
    } catch (IOException absent) {
      throw new IllegalArgumentException("There is no Java in " + home, absent);
    }
    String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
    Jdk jdk = new Jdk(home, version);
    if (!version.matches("[0-9]+(\\..*)?") || !Files.isExecutable(jdk.launcher())) {
      throw new IllegalArgumentException("There is no Java in " + home);
    }
    return jdk;
  }

  public Path launcher() {
    return home.resolve("bin").resolve("java");
  }

  /** The first number of the version. */
  public int feature() {
    return Integer.parseInt(version.replaceFirst("[^0-9].*", ""));
  }
}
