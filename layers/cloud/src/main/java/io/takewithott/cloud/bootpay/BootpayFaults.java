package io.takewithott.cloud.bootpay;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The misbehaviour it was told to show, and how often it was asked at each place. */
public final class BootpayFaults {
  private final Map<BootpayPlace, Ordered> ordered = new EnumMap<>(BootpayPlace.class);
  private final Map<BootpayPlace, Integer> asked = new EnumMap<>(BootpayPlace.class);

  /** From now on, so many times. */
  public synchronized void order(BootpayPlace place, BootpayFault fault, int times, int millis) {
    ordered.put(place, new Ordered(fault, times, millis));
  }

  public synchronized void clear() {
    ordered.clear();
    asked.clear();
  }

  /** How often each place was asked. */
  public synchronized Map<BootpayPlace, Integer> asked() {
    return new EnumMap<>(asked);
  }

  synchronized Optional<Ordered> next(BootpayPlace place) {
    asked.merge(place, 1, Integer::sum);
    Ordered now = ordered.get(place);
    if (now == null || now.times < 1) {
      return Optional.empty();
    }
    ordered.put(place, new Ordered(now.fault, now.times - 1, now.millis));
    return Optional.of(now);
  }

  record Ordered(BootpayFault fault, int times, int millis) {}
}
