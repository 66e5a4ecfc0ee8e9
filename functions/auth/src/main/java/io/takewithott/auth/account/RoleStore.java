package io.takewithott.auth.account;

import io.takewithott.auth.audit.SecurityEventKind;
import io.takewithott.auth.audit.SecurityEvents;
import io.takewithott.auth.client.Client;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.http.Caller;
import io.takewithott.core.session.LiveAdmin;
import java.time.Instant;

/** Who is an administrator. */
public final class RoleStore {
  private final Database database;

  public RoleStore(Database database) {
    this.database = database;
  }

  /**
   * Gives somebody a role, if the caller is an administrator still; one call. Their sessions end,
   * so that no token with the old role can be renewed. Whether there is such a user.
   */
  boolean give(Caller admin, long userId, String role, Client client, Instant now) {
    Sql sql =
        LiveAdmin.asking(
                """
                , found as (
                      select u.user_id, u.role from users u, admin
                       where u.user_id = :userId and u.deleted_at is null),
                    changed as (
                      update users u set role = :role from found
                       where u.user_id = found.user_id and found.role <> :role
                      returning u.user_id),
                    ended as (
                      update sessions s set ended_at = to_timestamp(:now), end_reason = 'ROLE'
                        from changed where s.user_id = changed.user_id and s.ended_at is null),
                    noted as (
                    """
                    + SecurityEvents.notedFor("changed")
                    + ") select exists (select 1 from admin) as live, exists (select 1 from found) as found",
                admin,
                now)
            .bind("userId", userId)
            .bind("role", role);
    Outcome outcome =
        database
            .writeOne(
                SecurityEvents.bind(sql, SecurityEventKind.ROLE_CHANGED, client), Outcome.class)
            .orElseThrow();
    LiveAdmin.require(outcome.live);
    return outcome.found;
  }

  record Outcome(boolean live, boolean found) {}
}
