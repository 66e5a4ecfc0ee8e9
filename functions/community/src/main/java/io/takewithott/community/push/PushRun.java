package io.takewithott.community.push;

import io.takewithott.community.push.PushStore.Connection;
import io.takewithott.community.push.PushStore.Taken;
import io.takewithott.community.socket.Deliveries;
import io.takewithott.community.socket.Deliveries.Delivery;
import io.takewithott.core.database.Database;
import io.takewithott.core.json.Json;
import io.takewithott.core.lambda.Budget;
import io.takewithott.core.queue.PushRequest;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handles a batch of requests: each user and the outbox once, however often they are in it. */
public final class PushRun {
  private static final Logger LOG = LoggerFactory.getLogger(PushRun.class);

  /** Enough to write to one portion's connections. */
  private static final Duration LEAST = Duration.ofSeconds(8);

  private final PushStore store;
  private final Deliveries deliveries;
  private final Budget budget;

  public PushRun(Database database, InstantSource clock, Deliveries deliveries, Budget budget) {
    this.store = new PushStore(database, clock);
    this.deliveries = deliveries;
    this.budget = budget;
  }

  /**
   * Answers the ids of messages that could not be handled.
   *
   * @param bodies of the messages, by their ids
   */
  public List<String> handle(Map<String, String> bodies) {
    List<String> failed = new ArrayList<>();
    List<String> understood = new ArrayList<>();
    TreeSet<Long> users = new TreeSet<>();
    boolean outbox = false;
    for (Map.Entry<String, String> message : bodies.entrySet()) {
      PushRequest request = parse(message.getValue());
      if (request == null) {
        failed.add(message.getKey());
      } else if (request.kind().equals(PushRequest.OUTBOX)) {
        outbox = true;
        understood.add(message.getKey());
      } else {
        users.add(request.userId());
        understood.add(message.getKey());
      }
    }
    try {
      tell(users, outbox);
    } catch (RuntimeException failure) {
      LOG.atError().setCause(failure).log("{} requests could not be handled", understood.size());
      failed.addAll(understood);
    }
    return failed;
  }

  private void tell(TreeSet<Long> users, boolean outbox) {
    if (!users.isEmpty()) {
      deliveries.deliver(
          store.connections(List.copyOf(users)).stream()
              .map(each -> new Delivery(each.connectionId(), Changed.ranking()))
              .toList());
    }
    Taken taken = outbox ? store.take() : new Taken(0, List.of());
    while (taken.taken() > 0) {
      deliveries.deliver(
          taken.told().stream()
              .map(each -> new Delivery(each.connectionId(), Changed.of(each)))
              .toList());
      boolean again = taken.taken() == PushStore.PORTION && budget.remaining().compareTo(LEAST) > 0;
      taken = again ? store.take() : new Taken(0, List.of());
    }
  }

  private static @Nullable PushRequest parse(String body) {
    try {
      PushRequest request = Json.read(body.getBytes(StandardCharsets.UTF_8), PushRequest.class);
      boolean known =
          request != null
              && request.kind() != null
              && (request.kind().equals(PushRequest.OUTBOX)
                  || (request.kind().equals(PushRequest.RANKING) && request.userId() > 0));
      if (known) {
        return request;
      }
    } catch (UncheckedIOException malformed) {
      LOG.atError().setCause(malformed).log("a message is no request");
      return null;
    }
    LOG.error("a message asks for something that is not known here");
    return null;
  }

  /** By reference only: whoever is told asks for what has changed. */
  record Changed(String type, @Nullable Long partyId, @Nullable Long lastSeq) {
    static Changed ranking() {
      return new Changed("ranking", null, null);
    }

    static Changed of(Connection connection) {
      return connection.partyId() == null
          ? new Changed("notifications", null, null)
          : new Changed("room", connection.partyId(), connection.lastSeq());
    }
  }
}
