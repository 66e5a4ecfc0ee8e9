package io.takewithott.cloud.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Stops the server when this program dies without a chance to do so itself: a shell that waits for
 * the end of a pipe of which only this program holds the other end.
 */
final class Undertaker {
  private static final String SCRIPT =
      """
      trap '' INT HUP
      cat > /dev/null
      folder=$1
      shift
      "$@"
      if [ -n "$folder" ]; then rm -rf -- "$folder"; fi
      """;

  private final Process shell;

  private Undertaker(Process shell) {
    this.shell = shell;
  }

  /** Watches a server whose folder stays. */
  static Undertaker watch(List<String> stopCommand) throws IOException {
    return start("", stopCommand);
  }

  /** Watches a server whose folder goes with it. */
  static Undertaker watchAndRemove(Path folder, List<String> stopCommand) throws IOException {
    return start(folder.toString(), stopCommand);
  }

  private static Undertaker start(String folder, List<String> stopCommand) throws IOException {
    List<String> words = new ArrayList<>(List.of("sh", "-c", SCRIPT, "sh", folder));
    words.addAll(stopCommand);
    return new Undertaker(
        new ProcessBuilder(words)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  void dismiss() {
    shell.destroyForcibly();
  }
}
