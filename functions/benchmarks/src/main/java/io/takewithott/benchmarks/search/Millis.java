package io.takewithott.benchmarks.search;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How long each of many things took: by the clock, and of this thread's processor, which does not
 * count what else the machine was doing.
 */
final class Millis {
  private static final double NANOS = 1e6;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final List<Double> taken = new ArrayList<>();
  private final List<Double> worked = new ArrayList<>();

  void measure(Runnable thing) {
    long start = System.nanoTime();
    long startedWork = threads.getCurrentThreadCpuTime();
    thing.run();
    worked.add((threads.getCurrentThreadCpuTime() - startedWork) / NANOS);
    taken.add((System.nanoTime() - start) / NANOS);
  }

  String median() {
    return at(0.5, taken);
  }

  String percentile99() {
    return at(0.99, taken);
  }

  String processor99() {
    return at(0.99, worked);
  }

  private static String at(double part, List<Double> millis) {
    List<Double> sorted = new ArrayList<>(millis);
    Collections.sort(sorted);
    return "%.1f".formatted(sorted.get((int) (part * (sorted.size() - 1))));
  }
}
