package io.takewithott.auth.audit;

import io.takewithott.auth.client.Client;
import io.takewithott.core.database.Sql;

/** The piece of a statement that notes an event along with what made it happen. */
public final class SecurityEvents {
  private SecurityEvents() {}

  /**
   * An insertion for every row of {@code source}, which has a {@code user_id}. Needs {@link #bind}
   * and {@code now}.
   */
  public static String notedFor(String source) {
    return "insert into security_events (user_id, kind, occurred_at, device, address)"
        + " select user_id, :eventKind, to_timestamp(:now), :device, :network from "
        + source;
  }

  public static Sql bind(Sql sql, SecurityEventKind kind, Client client) {
    return sql.bind("eventKind", kind.name())
        .bind("device", client.device())
        .bind("network", client.network());
  }
}
