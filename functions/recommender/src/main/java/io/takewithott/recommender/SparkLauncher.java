package io.takewithott.recommender;

import io.takewithott.core.jobs.SparkJob;
import io.takewithott.core.jobs.SparkJobs;
import io.takewithott.recommender.TrainingLease.Holder;
import io.takewithott.recommender.snapshot.PartedExport;
import io.takewithott.recommender.snapshot.PartsPointer;
import io.takewithott.recommender.snapshot.RatingsExport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Brings the parts of the ratings up to date and starts the job that trains on them. */
final class SparkLauncher {
  /** A job that EMR ends is given so long to be noticed. */
  private static final Duration GRACE = Duration.ofMinutes(10);

  private final SparkConfig config;
  private final SparkJobs jobs;
  private final PartedExport parts;
  private final RatingsExport whole;
  private final TrainingLease lease;
  private final List<String> settings;
  private final InstantSource clock;

  /**
   * @param settings what the job is to know, {@code name=value}
   */
  SparkLauncher(
      SparkConfig config,
      SparkJobs jobs,
      PartedExport parts,
      RatingsExport whole,
      TrainingLease lease,
      List<String> settings,
      InstantSource clock) {
    this.config = config;
    this.jobs = jobs;
    this.parts = parts;
    this.whole = whole;
    this.lease = lease;
    this.settings = List.copyOf(settings);
    this.clock = clock;
  }

  EngineRule rule() {
    return config.rule();
  }

  /** Whether a job that holds the lease has ended without giving it back. */
  boolean isOver(Holder holder) {
    return !holder.job().isEmpty() && jobs.isOver(holder.job());
  }

  /**
   * @param name under which the lease is held
   * @param timeIsUp when no further part of the ratings is to be read again
   */
  SparkReport start(String name, TrainRequest request, BooleanSupplier timeIsUp) {
    PartsPointer ratings = parts.refresh(whole::refresh, timeIsUp);
    List<String> arguments =
        Stream.concat(
                settings.stream(),
                Stream.of(
                    "lease=" + name,
                    "rank=" + request.rank().name().toLowerCase(Locale.ROOT),
                    "hours=" + config.longest().toHours()))
            .toList();
    String run =
        jobs.start(
            new SparkJob(name, config.jar(), arguments, config.parameters(), config.longest()));
    Instant until = clock.instant().plus(config.longest()).plus(GRACE);
    lease.take(new Holder(name, until.getEpochSecond(), run), clock.instant());
    return new SparkReport("spark", run, ratings.ratings(), ratings.parts().size());
  }

  /**
   * What was started.
   *
   * @param run its id on EMR Serverless
   */
  record SparkReport(String engine, String run, long ratings, int parts) {}
}
