package io.takewithott.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.apache.mahout.common.RandomUtils;

/** What every command measures with: a clock, a place to print to, and a folder for its results. */
public final class Workbench {
  private final PrintStream out;
  private final InstantSource clock;

  /** Seeds Taste's chance, so that its recommenders do the same in every run. */
  public Workbench(PrintStream out, InstantSource clock) {
    RandomUtils.useTestSeed();
    this.out = out;
    this.clock = clock;
  }

  /** The real ones, for a command's entry. */
  public static Workbench ofProcess() {
    return new Workbench(System.out, InstantSource.system());
  }

  public InstantSource clock() {
    return clock;
  }

  public Stages stages() {
    return new Stages(clock, out);
  }

  public HybridTraining training() {
    return new HybridTraining(clock);
  }

  public void say(String line) {
    out.println(line);
  }

  /** The folder, made if it is not there. */
  public Path folder(Path path) throws IOException {
    return Files.createDirectories(path);
  }
}
