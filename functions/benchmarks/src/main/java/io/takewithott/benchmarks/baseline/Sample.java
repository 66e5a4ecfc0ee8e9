package io.takewithott.benchmarks.baseline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Does a task for everybody, or for as many as there is time for: in a seeded random order, so that
 * those who were reached are a fair sample.
 */
public final class Sample {
  private static final long SEED = 20261101;

  private final InstantSource clock;
  private final Duration longest;

  public Sample(InstantSource clock, Duration longest) {
    this.clock = clock;
    this.longest = longest;
  }

  /** On all cores. The answers are in the order of {@code all}. */
  public <K, V> Done<K, V> of(List<K> all, Function<K, V> task) {
    List<K> order = new ArrayList<>(all);
    Collections.shuffle(order, new Random(SEED));
    Instant begin = clock.instant();
    Instant end = begin.plus(longest);
    Map<K, V> answers = new ConcurrentHashMap<>();
    order.parallelStream()
        .filter(one -> clock.instant().isBefore(end))
        .forEach(one -> answers.put(one, task.apply(one)));
    double seconds = Duration.between(begin, clock.instant()).toMillis() / 1000.0;
    Map<K, V> inOrder = new LinkedHashMap<>();
    for (K one : all) {
      V answer = answers.get(one);
      if (answer != null) {
        inOrder.put(one, answer);
      }
    }
    return new Done<>(inOrder, all.size(), seconds);
  }

  /**
   * What was done.
   *
   * @param of how many there are
   * @param seconds that it took
   */
  public record Done<K, V>(Map<K, V> answers, int of, double seconds) {
    /** What it would take for all. */
    public double secondsForAll() {
      return answers.isEmpty() ? Double.NaN : seconds * of / answers.size();
    }
  }
}
