package io.takewithott.benchmarks.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long each of many things took. */
final class Millis {
  private static final double NANOS = 1e6;

  private final List<Double> taken = new ArrayList<>();

  void measure(Runnable thing) {
    long start = System.nanoTime();
    thing.run();
    taken.add((System.nanoTime() - start) / NANOS);
  }

  String median() {
    return at(0.5);
  }

  String percentile99() {
    return at(0.99);
  }

  private String at(double part) {
    List<Double> sorted = new ArrayList<>(taken);
    Collections.sort(sorted);
    return "%.1f".formatted(sorted.get((int) (part * (sorted.size() - 1))));
  }
}
