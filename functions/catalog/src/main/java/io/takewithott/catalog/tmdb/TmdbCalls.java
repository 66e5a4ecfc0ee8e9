package io.takewithott.catalog.tmdb;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.catalog.tmdb.TmdbException.Reason;
import io.takewithott.catalog.tmdb.TmdbHttp.Host;
import io.takewithott.catalog.tmdb.TmdbHttp.Reply;
import io.takewithott.core.json.Json;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Calls that only read, so each is tried again when it may help: after a failure with a growing,
 * jittered wait, after a 429 when its time has come. Everything within the invocation's time.
 */
final class TmdbCalls {
  /** A fault that outlives these lasts; the title is noted for the next run. */
  static final int TRIES = 4;

  /** So often one call is turned away before it counts as failed. */
  private static final int MOST_THROTTLES = 10;

  private static final Duration FIRST_WAIT = Duration.ofMillis(400);

  /** Where a 429 does not say. */
  private static final Duration DEFAULT_PAUSE = Duration.ofSeconds(10);

  private static final Duration LEAST_PAUSE = Duration.ofSeconds(1);

  /** Nobody means more, and a run is not to sleep for years. */
  private static final Duration LONGEST_PAUSE = Duration.ofHours(24);

  /** A detail with all that is appended has some hundred kilobytes. */
  private static final int LARGEST_JSON_BYTES = 4 << 20;

  private final TmdbHttp http;
  private final Pace pace;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Consumer<Instant> closed;
  private int calls;
  private int throttled;
  private int repeated;

  /**
   * @param closed is told, before anything else is done, until when no call may be made
   */
  TmdbCalls(
      TmdbHttp http,
      Pace pace,
      InstantSource clock,
      RandomGenerator random,
      Consumer<Instant> closed) {
    this.http = http;
    this.pace = pace;
    this.clock = clock;
    this.random = random;
    this.closed = closed;
  }

  /** A JSON object; nothing where TMDB says that there is none. */
  Optional<JsonNode> json(String path) {
    return repeated(
        () -> {
          Reply reply = reply(Host.API, path, LARGEST_JSON_BYTES);
          return reply.status() == 404 ? Optional.empty() : Optional.of(object(reply));
        });
  }

  /** A picture's bytes; nothing where there is none. */
  Optional<byte[]> picture(String path, int mostBytes) {
    return repeated(
        () -> {
          Reply reply = reply(Host.IMAGES, path, mostBytes);
          return reply.status() == 404 ? Optional.empty() : Optional.of(reply.body());
        });
  }

  /** What was done since this was asked last. */
  CallCounts takeCounts() {
    CallCounts counts = new CallCounts(calls, throttled, repeated);
    calls = 0;
    throttled = 0;
    repeated = 0;
    return counts;
  }

  private <T> T repeated(Supplier<T> call) {
    int failures = 0;
    int turnedAway = 0;
    while (true) {
      pace.await();
      calls++;
      try {
        return call.get();
      } catch (ThrottledException busy) {
        throttled++;
        if (++turnedAway > MOST_THROTTLES) {
          throw new TmdbException(Reason.DOWN, "Turned away " + turnedAway + " times", busy);
        }
      } catch (TmdbException failure) {
        boolean passing = failure.reason() == Reason.DOWN || failure.reason() == Reason.ODD;
        if (!passing || ++failures >= TRIES) {
          throw failure;
        }
        repeated++;
        pace.sleep(wait(failures));
      }
    }
  }

  /**
   * Twice as long every time, and half of it by chance, so that not everybody comes back at once.
   */
  private Duration wait(int failures) {
    long whole = FIRST_WAIT.toMillis() << (failures - 1);
    return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2));
  }

  private Reply reply(Host host, String path, int mostBytes) {
    Reply reply = http.get(host, path, mostBytes, pace.left());
    int status = reply.status();
    if (status == 429) {
      Instant until = clock.instant().plus(pause(reply.retryAfter().orElse(null)));
      pace.closeUntil(until);
      closed.accept(until);
      throw new ThrottledException();
    }
    if (status == 401 || status == 403) {
      throw new TmdbException(Reason.BARRED, "It does not take our credentials: HTTP " + status);
    }
    if (status >= 500) {
      throw new TmdbException(Reason.DOWN, "It answered HTTP " + status);
    }
    if (status != 200 && status != 404) {
      throw new TmdbException(Reason.REFUSED, "It refused with HTTP " + status);
    }
    return reply;
  }

  /** Seconds, or a date; rounded up, for a clock may differ by parts of a second. */
  private Duration pause(@Nullable String retryAfter) {
    Duration wanted = DEFAULT_PAUSE;
    if (retryAfter != null && retryAfter.strip().matches("[0-9]{1,9}")) {
      wanted = Duration.ofSeconds(Long.parseLong(retryAfter.strip()));
    } else if (retryAfter != null) {
      try {
        Instant moment =
            ZonedDateTime.parse(retryAfter.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
        wanted = Duration.between(clock.instant(), moment).plus(LEAST_PAUSE);
      } catch (DateTimeException unreadable) {
        wanted = DEFAULT_PAUSE;
      }
    }
    Duration atLeast = wanted.compareTo(LEAST_PAUSE) < 0 ? LEAST_PAUSE : wanted;
    return atLeast.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : atLeast;
  }

  private static JsonNode object(Reply reply) {
    try {
      JsonNode node = Json.tree(reply.body());
      if (node.isObject()) {
        return node;
      }
      throw new TmdbException(Reason.ODD, "The answer is no JSON object");
    } catch (UncheckedIOException malformed) {
      // Without the cause, whose message would quote what was sent.
      throw new TmdbException(Reason.ODD, "The answer is not JSON");
    }
  }

  /** HTTP 429; the pace knows until when. */
  private static final class ThrottledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ThrottledException() {
      super("HTTP 429");
    }
  }
}
