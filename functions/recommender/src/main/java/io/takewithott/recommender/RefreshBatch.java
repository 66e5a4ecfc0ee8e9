package io.takewithott.recommender;

import io.takewithott.core.json.Json;
import io.takewithott.core.lambda.Budget;
import io.takewithott.core.metrics.Measured;
import io.takewithott.core.metrics.Metric;
import io.takewithott.core.queue.TasteChanged;
import io.takewithott.recommender.ranking.Ranker;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Handles a batch of changed tastes: each user once, at their highest version. Before the first
 * training there is nothing to rank with; the messages are done then, for that training ranks
 * everybody who can log in, at its end also those who changed meanwhile.
 */
final class RefreshBatch {
  private static final Logger LOG = LoggerFactory.getLogger(RefreshBatch.class);

  /** With less time than this another user is left to the next delivery. */
  private static final Duration LEAST = Duration.ofSeconds(2);

  private final CurrentModel model;
  private final UserRefresh refresh;
  private final Budget budget;
  private final InstantSource clock;
  private final LongConsumer written;

  RefreshBatch(CurrentModel model, UserRefresh refresh, Budget budget, InstantSource clock) {
    this(model, refresh, budget, clock, userId -> {});
  }

  /**
   * @param written told of every user who has got a new ranking
   */
  RefreshBatch(
      CurrentModel model,
      UserRefresh refresh,
      Budget budget,
      InstantSource clock,
      LongConsumer written) {
    this.model = model;
    this.refresh = refresh;
    this.budget = budget;
    this.clock = clock;
    this.written = written;
  }

  /** Answers the ids of the messages that could not be handled. */
  List<String> handle(List<Message> messages) {
    List<String> failed = new ArrayList<>();
    Map<Long, Work> users = new LinkedHashMap<>();
    for (Message message : messages) {
      Optional<TasteChanged> changed = parse(message);
      if (changed.isEmpty()) {
        failed.add(message.id());
      } else {
        users
            .computeIfAbsent(changed.get().userId(), user -> new Work())
            .add(message, changed.get().tasteVersion());
      }
    }
    if (users.isEmpty()) {
      return failed;
    }
    Optional<Ranker> ranker = model.ranker();
    if (ranker.isEmpty()) {
      LOG.info("there is no model yet; {} users keep the popularity order", users.size());
      return failed;
    }
    users.forEach((user, work) -> refreshUser(user, work, ranker.get(), failed));
    return failed;
  }

  private void refreshUser(long user, Work work, Ranker ranker, List<String> failed) {
    if (budget.remaining().compareTo(LEAST) < 0) {
      failed.addAll(work.messageIds);
      return;
    }
    try {
      boolean ranked = refresh.refresh(user, work.tasteVersion, ranker);
      if (ranked) {
        written.accept(user);
      }
      LoggingEventBuilder line = LOG.atInfo();
      if (ranked && work.sentAt != null) {
        long lag = Math.max(0, Duration.between(work.sentAt, clock.instant()).toMillis());
        line = line.addKeyValue(Measured.KEY, Measured.of(Metric.REFRESH_LAG, lag));
      }
      line.log(
          "user {} at version {}: {}",
          user,
          work.tasteVersion,
          ranked ? "ranked" : "nothing to do");
    } catch (RuntimeException failure) {
      LOG.atError().setCause(failure).log("user {} could not be ranked", user);
      failed.addAll(work.messageIds);
    }
  }

  private static Optional<TasteChanged> parse(Message message) {
    try {
      TasteChanged changed =
          Json.read(message.body().getBytes(StandardCharsets.UTF_8), TasteChanged.class);
      if (changed != null && changed.userId() > 0) {
        return Optional.of(changed);
      }
    } catch (UncheckedIOException malformed) {
      LOG.atError().setCause(malformed).log("message {} is no changed taste", message.id());
      return Optional.empty();
    }
    LOG.error("message {} names no user", message.id());
    return Optional.empty();
  }

  /**
   * A message as the queue delivered it.
   *
   * @param sentAt where the queue says so: a moment after the change was stored
   */
  record Message(String id, String body, @Nullable Instant sentAt) {}

  /** The messages about one user. */
  private static final class Work {
    private final List<String> messageIds = new ArrayList<>();
    private long tasteVersion;
    private @Nullable Instant sentAt;

    /** Who waits longest counts. */
    void add(Message message, long version) {
      messageIds.add(message.id());
      Instant sent = message.sentAt();
      if (sent != null && (sentAt == null || sent.isBefore(sentAt))) {
        sentAt = sent;
      }
      tasteVersion = Math.max(tasteVersion, version);
    }
  }
}
