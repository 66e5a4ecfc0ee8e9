package io.takewithott.local;

import io.takewithott.cloud.emr.JobRuns;
import io.takewithott.local.runtime.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The trainer as {@code mvn -Papplication} leaves it, run on all cores of this machine as {@code
 * spark-submit} would run it. Where it was not built there is none, and training stays in its
 * function.
 */
final class SparkApplication implements JobRuns.JobLauncher {
  private static final String MAIN = "io.takewithott.trainer.TrainerCommand";

  private final Path folder;
  private final Path logs;
  private final Supplier<Map<String, String>> environment;

  /**
   * @param environment the variables with which it finds everything
   */
  SparkApplication(LocalSettings settings, Supplier<Map<String, String>> environment) {
    this.folder = folder(settings);
    this.logs = settings.folder().resolve("jobs");
    this.environment = environment;
  }

  static boolean isBuilt(LocalSettings settings) {
    return Files.isRegularFile(folder(settings).resolve("trainer.jar"));
  }

  private static Path folder(LocalSettings settings) {
    return settings.root().resolve("functions/trainer/target/application");
  }

  @Override
  public Process launch(String run, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Jdk.running().home().resolve("bin/java").toString());
    command.addAll(List.of(Files.readString(folder.resolve("options.txt")).strip().split("\\s+")));
    command.add("-Dspark.master=local[*]");
    command.add("-Dspark.driver.host=127.0.0.1");
    command.add("-Dspark.driver.bindAddress=127.0.0.1");
    command.add("-classpath");
    command.add(folder.resolve("trainer.jar") + ":" + folder.resolve("spark") + "/*");
    command.add(MAIN);
    command.addAll(arguments);
    Files.createDirectories(logs);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment.get());
    return builder.redirectOutput(logs.resolve(run + ".log").toFile()).start();
  }
}
