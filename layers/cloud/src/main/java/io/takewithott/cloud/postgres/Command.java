package io.takewithott.cloud.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An operating system command that ends by itself, run to its end with its output collected. */
record Command(List<String> words) {
  private static final Duration LONGEST_RUN = Duration.ofMinutes(2);

  static Command of(List<String> words) {
    return new Command(List.copyOf(words));
  }

  record Outcome(List<String> command, int exitCode, String output) {
    boolean succeeded() {
      return exitCode == 0;
    }
  }

  /** The outcome, also when the command fails or does not exist. */
  Outcome tryRun() {
    try {
      return run();
    } catch (IOException e) {
      return new Outcome(words, -1, String.valueOf(e.getMessage()));
    }
  }

  /** Output goes through a file: a server that is left running would keep a pipe open for ever. */
  private Outcome run() throws IOException {
    Path output = Files.createTempFile("takewithott-command-", ".log");
    try {
      Process process =
          new ProcessBuilder(words)
              // Another user may not be allowed into the folder this program was started in.
              .directory(Path.of("/").toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .start();
      int exitCode = await(process);
      return new Outcome(words, exitCode, Files.readString(output, StandardCharsets.UTF_8));
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private int await(Process process) throws IOException {
    boolean interrupted = false;
    long deadline = System.nanoTime() + LONGEST_RUN.toNanos();
    try {
      while (true) {
        try {
          if (process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            return process.exitValue();
          }
          process.destroyForcibly();
          throw new IOException("`" + String.join(" ", words) + "` ran longer than " + LONGEST_RUN);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Runs the command and fails with everything it said when it does not succeed. */
  void runOrFail(String purpose) {
    Outcome outcome = tryRun();
    if (!outcome.succeeded()) {
      throw new IllegalStateException(
          "Could not %s: `%s` ended with %d and said: %s"
              .formatted(
                  purpose, String.join(" ", words), outcome.exitCode(), outcome.output().strip()));
    }
  }
}
