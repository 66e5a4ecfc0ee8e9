package io.takewithott.recommender;

import io.takewithott.recommender.TrainRequest.Engine;
import io.takewithott.recommender.TrainingLease.Holder;
import io.takewithott.recommender.model.ModelStore;
import io.takewithott.recommender.snapshot.RatingsExport;
import io.takewithott.recommender.storage.Edition;
import io.takewithott.recommender.storage.EditionPointer;
import io.takewithott.recommender.storage.EditionShelf.Seen;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has one training at a time done where it belongs: in this function, or on Spark. */
final class TrainingDispatch {
  private static final Logger LOG = LoggerFactory.getLogger(TrainingDispatch.class);

  /** Lambda's own limit; a function that died holds the lease no longer. */
  private static final Duration LONGEST_FUNCTION = Duration.ofMinutes(15);

  private final TrainingRun here;
  private final Optional<SparkLauncher> spark;
  private final TrainingLease lease;
  private final ModelStore models;
  private final RatingsExport ratings;
  private final Supplier<String> names;
  private final InstantSource clock;

  /**
   * @param names answers another one each time
   */
  TrainingDispatch(
      TrainingRun here,
      Optional<SparkLauncher> spark,
      TrainingLease lease,
      ModelStore models,
      RatingsExport ratings,
      Supplier<String> names,
      InstantSource clock) {
    this.here = here;
    this.spark = spark;
    this.lease = lease;
    this.models = models;
    this.ratings = ratings;
    this.names = names;
    this.clock = clock;
  }

  /**
   * Answers the report of what was done, or started, or that somebody else trains.
   *
   * @param timeIsUp when a function that starts a job has no time for anything else
   */
  Object run(TrainRequest request, BooleanSupplier timeIsUp) {
    Engine engine = request.engine().orElseGet(this::byRule);
    if (engine == Engine.SPARK && spark.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no Spark application here; the parameter SparkTraining makes one");
    }
    Instant now = clock.instant();
    String name = engine.name().toLowerCase(Locale.ROOT) + "-" + names.get();
    freeIfOver(now, engine);
    if (!lease.take(name, now.plus(LONGEST_FUNCTION), now)) {
      LOG.warn("nothing is trained: another training is under way");
      return new Busy(lease.holder(now).map(Holder::name).orElse(""), false);
    }
    if (engine == Engine.FUNCTION) {
      try {
        return here.run(request);
      } finally {
        lease.giveBack(name);
      }
    }
    return start(name, request, timeIsUp);
  }

  private Object start(String name, TrainRequest request, BooleanSupplier timeIsUp) {
    try {
      return spark.orElseThrow().start(name, request, timeIsUp);
    } catch (RuntimeException failure) {
      lease.giveBack(name);
      throw failure;
    }
  }

  /**
   * A job may have ended without giving the lease back, and so may a function, whose repetition
   * does not wait until the lease has run out: of two functions the pointer lets one publish.
   */
  private void freeIfOver(Instant now, Engine engine) {
    lease
        .holder(now)
        .filter(holder -> isOver(holder) || (engine == Engine.FUNCTION && isFunction(holder)))
        .ifPresent(
            holder -> {
              LOG.warn("{} did not give the lease back", holder.name());
              lease.giveBack(holder.name());
            });
  }

  private boolean isOver(Holder holder) {
    return spark.filter(launcher -> launcher.isOver(holder)).isPresent();
  }

  private static boolean isFunction(Holder holder) {
    return holder.name().startsWith(Engine.FUNCTION.name().toLowerCase(Locale.ROOT) + "-");
  }

  private Engine byRule() {
    Map<String, Long> model =
        models
            .pointer()
            .flatMap(Seen::pointer)
            .map(EditionPointer::current)
            .map(Edition::numbers)
            .orElse(Map.of());
    long titles = model.getOrDefault("titles", 0L);
    boolean large =
        spark.filter(job -> job.rule().choosesSpark(ratings.known(), titles, model)).isPresent();
    return large ? Engine.SPARK : Engine.FUNCTION;
  }

  /**
   * Somebody else trains.
   *
   * @param trainedBy the name of who does
   * @param published never
   */
  record Busy(String trainedBy, boolean published) {}
}
