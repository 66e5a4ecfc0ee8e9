package io.takewithott.benchmarks;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** Prints how long each stage took and the most memory the heap held during it. */
final class Stages {
  private final InstantSource clock;
  private final PrintStream out;

  Stages(InstantSource clock, PrintStream out) {
    this.clock = clock;
    this.out = out;
  }

  <T> T run(String name, Stage<T> stage) throws Exception {
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    Instant begin = clock.instant();
    T result = stage.run();
    double seconds = Duration.between(begin, clock.instant()).toMillis() / 1000.0;
    out.printf(Locale.ROOT, "%-10s %8.2f s  peak heap %d MB%n", name, seconds, peakMegabytes());
    return result;
  }

  void progress(String line) {
    out.println("           " + line);
  }

  private static long peakMegabytes() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum()
        >> 20;
  }

  interface Stage<T> {
    T run() throws Exception;
  }
}
