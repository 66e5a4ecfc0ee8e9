package io.takewithott.local.standin.oauth;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The misbehaviour one stand-in was told to show, and how often it was asked at each place. */
final class Faults {
  private final Map<Place, Ordered> ordered = new EnumMap<>(Place.class);
  private final Map<Place, Integer> asked = new EnumMap<>(Place.class);

  /** From now on, as many times as said. */
  synchronized void order(Place place, Fault fault, int times, int millis) {
    ordered.put(place, new Ordered(fault, times, millis));
  }

  synchronized void clear() {
    ordered.clear();
    asked.clear();
  }

  /** Counts a request, and says how it is to go wrong. */
  synchronized Optional<Ordered> next(Place place) {
    asked.merge(place, 1, Integer::sum);
    Ordered now = ordered.get(place);
    if (now == null || now.times < 1) {
      return Optional.empty();
    }
    ordered.put(place, new Ordered(now.fault, now.times - 1, now.millis));
    return Optional.of(now);
  }

  synchronized Map<Place, Integer> asked() {
    return new EnumMap<>(asked);
  }

  /**
   * @param times how many requests are still to meet it
   * @param millis how late, for one that is slow
   */
  record Ordered(Fault fault, int times, int millis) {}
}
