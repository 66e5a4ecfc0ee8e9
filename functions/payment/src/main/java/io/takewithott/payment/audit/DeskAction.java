package io.takewithott.payment.audit;

import io.takewithott.core.database.Sql;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can be done at the desk. */
public enum DeskAction {
  CLAIM_PROPOSED,
  CLAIM_DISAGREED,
  CLAIM_UPHELD,
  CLAIM_REJECTED,
  REFUND_PROPOSED,
  REFUND_APPROVED,
  REFUND_DECLINED;

  /**
   * Follows {@code moved} in a statement's parts, which answers {@code subject_id}, {@code
   * party_id} and {@code amount}; nothing is noted unless it has a row, nor where there is no
   * action.
   */
  public static final String NOTED =
      """
      , noted as (
        insert into desk_actions (actor_id, action, subject_id, party_id, amount, text, acted_at)
        select :actorId, cast(:action as text), moved.subject_id, moved.party_id, moved.amount,
               cast(:actionText as text), to_timestamp(:actedAt)
          from moved where cast(:action as text) is not null)
      """;

  /**
   * @param action absent where it is not the desk that acts
   */
  public static Sql bind(
      Sql sql,
      @Nullable DeskAction action,
      long actorId,
      @Nullable String text,
      java.time.Instant now) {
    return sql.bind("action", action == null ? null : action.name().toLowerCase(Locale.ROOT))
        .bind("actorId", actorId)
        .bind("actionText", text)
        .bindSeconds("actedAt", now);
  }
}
