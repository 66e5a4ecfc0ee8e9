package io.takewithott.payment.ledger;

import io.takewithott.core.database.Sql;
import io.takewithott.core.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entries as part of the statement that makes them true: {@code with … moved as (update … returning
 * …)} followed by {@link #SQL}. Nothing is entered unless {@code moved} has a row.
 */
public final class Posted {
  /** Ends the list of a statement's parts; to be followed by a select. */
  public static final String SQL =
      """
      , entered as (
        insert into ledger_entries (business_key, reason, party_id, order_id, occurred_at)
        select e.key, e.reason, e.party, e.order_id, to_timestamp(:enteredAt)
          from json_to_recordset(cast(:entries as json))
            as e (key text, reason text, party bigint, order_id text)
         where exists (select 1 from moved)
        returning entry_id, business_key),
      posted as (
        insert into ledger_postings (entry_id, line, account, owner_id, amount)
        select entered.entry_id, p.line, p.account, p.owner, p.amount
          from json_to_recordset(cast(:postings as json))
            as p (key text, line smallint, account text, owner bigint, amount bigint)
          join entered on entered.business_key = p.key)
      """;

  private Posted() {}

  public static Sql bind(Sql sql, List<Entry> entries, Instant now) {
    List<EntryRow> rows = new ArrayList<>();
    List<PostingRow> lines = new ArrayList<>();
    for (Entry entry : entries) {
      rows.add(
          new EntryRow(entry.key(), entry.reason().column(), entry.partyId(), entry.orderId()));
      int line = 0;
      for (Posting posting : entry.postings()) {
        lines.add(
            new PostingRow(
                entry.key(),
                line++,
                posting.account().column(),
                posting.ownerId(),
                posting.amount()));
      }
    }
    return sql.bind("entries", Json.text(rows))
        .bind("postings", Json.text(lines))
        .bindSeconds("enteredAt", now);
  }

  private record EntryRow(
      String key,
      String reason,
      long party,
      @com.fasterxml.jackson.annotation.JsonProperty("order_id") @Nullable String orderId) {}

  private record PostingRow(String key, int line, String account, long owner, long amount) {}
}
