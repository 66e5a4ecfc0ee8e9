package io.takewithott.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.takewithott.benchmarks.report.ProgressBar;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** Runs the stages of a measurement and prints how long each took and the most the heap held. */
public final class Stages {
  private static final double NANOS = 1e9;

  private final InstantSource clock;
  private final PrintStream out;

  /** The most that the heap held in the stages within the one that runs. */
  private long withinMegabytes;

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  public Stages(InstantSource clock, PrintStream out) {
    this.clock = clock;
    this.out = out;
  }

  public <T> T run(String name, Stage<T> stage) throws Exception {
    return measure(name, stage).result();
  }

  public <T> Measured<T> measure(String name, Stage<T> stage) throws Exception {
    long before = Math.max(withinMegabytes, peakMegabytes());
    withinMegabytes = 0;
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    Instant begin = clock.instant();
    long processorBegin = system.getProcessCpuTime();
    T result = stage.run();
    double processorSeconds = (system.getProcessCpuTime() - processorBegin) / NANOS;
    double seconds = Duration.between(begin, clock.instant()).toNanos() / NANOS;
    long peak = Math.max(withinMegabytes, peakMegabytes());
    withinMegabytes = Math.max(before, peak);
    Cost cost = new Cost(seconds, processorSeconds, peak);
    out.printf(
        Locale.ROOT,
        "%-40s %9.2f s  %9.2f processor s  peak heap %d MB%n",
        name,
        seconds,
        processorSeconds,
        peak);
    return new Measured<>(result, cost);
  }

  public void progress(String line) {
    out.println("    " + line);
  }

  /** A bar of as many steps, on the same output. */
  public ProgressBar bar(String name, long steps) {
    return new ProgressBar(name, steps, clock, out, System.console() != null);
  }

  private static long peakMegabytes() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum()
        >> 20;
  }

  public interface Stage<T> {
    T run() throws Exception;
  }

  /** What a stage answered and what it cost. */
  public record Measured<T>(T result, Cost cost) {}

  /**
   * What a stage cost.
   *
   * @param processorSeconds of all threads of this process together
   * @param peakHeapMegabytes what the heap held at most, garbage not yet collected included
   */
  public record Cost(double seconds, double processorSeconds, long peakHeapMegabytes) {
    Cost plus(Cost other) {
      return new Cost(
          seconds + other.seconds,
          processorSeconds + other.processorSeconds,
          Math.max(peakHeapMegabytes, other.peakHeapMegabytes));
    }
  }
}
