package io.takewithott.local.world;

import java.time.LocalDate;
import java.util.List;

/**
 * The services that titles name.
 *
 * @param asOf the day for which it is known what they offer
 */
public record Availability(List<Service> services, LocalDate asOf) {
  /** Of data that knows nothing of services. */
  public static final Availability UNKNOWN = new Availability(List.of(), LocalDate.EPOCH);

  public Availability {
    services = List.copyOf(services);
  }
}
