package io.takewithott.benchmarks.start;

import java.util.List;

/**
 * One start and the calls that followed.
 *
 * @param java the version that it ran on
 * @param initMillis until it asked for its first event; priming is in it where there is a snapshot
 * @param firstMillis of the first call
 * @param warmMillis of the calls after that
 * @param processorMillis of all threads until the first answer
 * @param peakMegabytes of resident memory, over all calls
 */
record Start(
    String java,
    String subject,
    Mode mode,
    double initMillis,
    double firstMillis,
    List<Double> warmMillis,
    double processorMillis,
    double peakMegabytes) {
  Start {
    warmMillis = List.copyOf(warmMillis);
  }

  /** What somebody waits for who comes first, without Lambda's own part. */
  double coldMillis() {
    return mode == Mode.PRIMED ? firstMillis : initMillis + firstMillis;
  }
}
