package io.takewithott.cloud.tmdb;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * What goes wrong and when: what was ordered, the next times it is asked; and what a seed draws for
 * each address, the first times that address is asked, in whatever order that happens.
 */
public final class TmdbFaults {
  private static final List<TmdbFault> DRAWN =
      List.of(
          TmdbFault.THROTTLED,
          TmdbFault.ERROR,
          TmdbFault.ERROR,
          TmdbFault.SLOW,
          TmdbFault.MALFORMED,
          TmdbFault.LOST);

  /** More often in a row than anybody tries again. */
  private static final int PERSISTENT = 7;

  private static final int PER_MILLE = 1000;

  private final InstantSource clock;
  private final Deque<TmdbFault> ordered = new ArrayDeque<>();
  private final Map<String, Integer> askedAt = new HashMap<>();
  private final Map<TmdbFault, Integer> shown = new EnumMap<>(TmdbFault.class);
  private long seed;
  private int perMille;
  private int retryAfterSeconds = 2;
  private int slowMillis = 15_000;
  private Instant closedUntil = Instant.MIN;
  private int asked;
  private int tooEarly;
  private int quietCalls;

  TmdbFaults(InstantSource clock) {
    this.clock = clock;
  }

  /** After so many more calls, so many times. */
  public synchronized void orderAfter(int calls, TmdbFault fault, int times) {
    quietCalls = calls;
    order(fault, times);
  }

  /** From now on, so many times, whatever is asked. */
  public synchronized void order(TmdbFault fault, int times) {
    for (int i = 0; i < times; i++) {
      ordered.add(fault);
    }
  }

  /**
   * From now on by chance.
   *
   * @param share of the addresses at which something goes wrong, in thousandths
   */
  public synchronized void draw(long newSeed, int share) {
    seed = newSeed;
    perMille = share;
    askedAt.clear();
  }

  public synchronized void settings(int newRetryAfterSeconds, int newSlowMillis) {
    retryAfterSeconds = newRetryAfterSeconds;
    slowMillis = newSlowMillis;
  }

  public synchronized void clear() {
    ordered.clear();
    perMille = 0;
    closedUntil = Instant.MIN;
    asked = 0;
    tooEarly = 0;
    quietCalls = 0;
    shown.clear();
  }

  /** How often it was asked. */
  public synchronized int asked() {
    return asked;
  }

  /** How often it was asked though a 429 had named a later time. */
  public synchronized int askedTooEarly() {
    return tooEarly;
  }

  /** How often each went wrong. */
  public synchronized Map<TmdbFault, Integer> shown() {
    return new EnumMap<>(shown);
  }

  synchronized int retryAfterSeconds() {
    return retryAfterSeconds;
  }

  synchronized int slowMillis() {
    return slowMillis;
  }

  synchronized Optional<TmdbFault> next(String address) {
    asked++;
    Instant now = clock.instant();
    if (now.isBefore(closedUntil)) {
      tooEarly++;
    }
    int before = askedAt.merge(address, 1, Integer::sum) - 1;
    Optional<TmdbFault> fault =
        ordered.isEmpty() || quietCalls-- > 0
            ? drawn(address, before)
            : Optional.of(ordered.remove());
    fault.ifPresent(one -> shown.merge(one, 1, Integer::sum));
    if (fault.filter(TmdbFault.THROTTLED::equals).isPresent()) {
      closedUntil = now.plusSeconds(retryAfterSeconds);
    }
    return fault;
  }

  private Optional<TmdbFault> drawn(String address, int before) {
    Random random = new Random(seed * 31 + address.hashCode());
    random.nextLong();
    if (random.nextInt(PER_MILLE) >= perMille) {
      return Optional.empty();
    }
    boolean persistent = random.nextInt(12) == 0;
    int times = persistent ? PERSISTENT : 1 + random.nextInt(2);
    TmdbFault fault = persistent ? TmdbFault.ERROR : DRAWN.get(random.nextInt(DRAWN.size()));
    return before < times ? Optional.of(fault) : Optional.empty();
  }
}
