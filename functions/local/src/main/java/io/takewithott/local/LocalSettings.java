package io.takewithott.local;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How the local server runs.
 *
 * @param root the checkout, with template.yaml
 * @param folder where data lies between starts
 * @param port of the site and the API; the AWS endpoints take the next two. 0 for free ones
 * @param isolated whether every function runs as a process of its own
 * @param sample whether the sample world is loaded and a model trained
 * @param image in which the functions run that are images, where a container engine has it; without
 *     one they run as the others do
 */
public record LocalSettings(
    Path root, Path folder, int port, boolean isolated, boolean sample, Optional<String> image) {
  /** The stack's name, with which the names of its resources begin. */
  static final String STACK = "takewithott-local";

  static final String REGION = "ap-northeast-2";
  static final String ACCOUNT = "000000000000";
  static final String ACCESS_KEY = "local";
  static final String SECRET_KEY = "local-secret-key";
  static final String API_ID = "local";

  /** On free ports and without data, for tests and measurements. */
  public static LocalSettings bare(Path root, Path folder, boolean isolated) {
    return new LocalSettings(root, folder, 0, isolated, false, Optional.empty());
  }

  int endpointPort() {
    return port == 0 ? 0 : port + 1;
  }

  int objectPort() {
    return port == 0 ? 0 : port + 2;
  }
}
