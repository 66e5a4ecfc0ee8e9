package io.takewithott.benchmarks.start;

import io.takewithott.local.runtime.FunctionProcess;
import io.takewithott.local.runtime.FunctionProcesses;
import io.takewithott.local.runtime.Jdk;
import io.takewithott.local.runtime.ProcessUse;
import io.takewithott.local.runtime.RuntimeSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts functions on one Java, and times what they answer. */
final class StartRun implements AutoCloseable {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double MEGABYTE = 1024 * 1024;

  private final Jdk jdk;
  private final RuntimeSettings settings;
  private final FunctionProcesses processes;
  private final Optional<ImageFolder> image;

  /**
   * @param image the contents of the image, whose archive this Java has written
   */
  StartRun(Jdk jdk, RuntimeSettings settings, List<Subject> subjects, Optional<ImageFolder> image) {
    this.image = image;
    this.jdk = jdk;
    this.settings = settings;
    this.processes = FunctionProcesses.of(jdk, subjects.stream().map(Subject::function).toList());
  }

  String java() {
    return jdk.version();
  }

  boolean knows(Mode mode) {
    return image.isPresent() || !(mode == Mode.FLAT || mode == Mode.ARCHIVED);
  }

  /**
   * @param calls after the first one
   */
  Start measure(Subject subject, Mode mode, int calls) {
    byte[] event = subject.event().get();
    try (FunctionProcess process = start(subject, mode)) {
      double first = millis(process, subject.name(), event);
      ProcessUse untilAnswered = process.use();
      List<Double> warm = new ArrayList<>();
      for (int call = 0; call < calls; call++) {
        warm.add(millis(process, subject.name(), event));
      }
      return new Start(
          jdk.version(),
          subject.name(),
          mode,
          process.init().toNanos() / NANOS_PER_MILLI,
          first,
          warm,
          untilAnswered.processor().toMillis(),
          process.use().peakBytes() / MEGABYTE);
    }
  }

  private FunctionProcess start(Subject subject, Mode mode) {
    return switch (mode) {
      case ON_DEMAND, PRIMED ->
          processes.start(subject.function().withSnapStart(mode == Mode.PRIMED), settings);
      case FLAT ->
          processes.start(
              subject.function(), settings, image.orElseThrow().start(), ImageFolder.NO_ARCHIVE);
      case ARCHIVED ->
          processes.start(
              subject.function(),
              settings,
              image.orElseThrow().start(),
              image.orElseThrow().archive());
    };
  }

  /** The same routes one after the other in one instance, each first until it is warm. */
  List<RouteTimes> measure(Subject subject, List<Route> routes, int calls) {
    List<RouteTimes> times = new ArrayList<>();
    try (FunctionProcess process =
        processes.start(subject.function().withSnapStart(false), settings)) {
      for (Route route : routes) {
        for (int call = 0; call < calls; call++) {
          route.call(process);
        }
        List<Double> warm = new ArrayList<>();
        for (int call = 0; call < calls; call++) {
          warm.add(route.call(process) / NANOS_PER_MILLI);
        }
        times.add(new RouteTimes(jdk.version(), route.name(), new Quantiles(warm)));
      }
    }
    return times;
  }

  private static double millis(FunctionProcess process, String name, byte[] event) {
    return Route.timed(process, name, event).nanos() / NANOS_PER_MILLI;
  }

  @Override
  public void close() {
    processes.close();
  }
}
