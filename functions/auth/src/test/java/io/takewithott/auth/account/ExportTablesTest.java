package io.takewithott.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.core.database.Sql;
import io.takewithott.testing.TestDatabase;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every table that knows members is in the export of what is known about them. */
class ExportTablesTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();

  /** Not in it, and why. */
  private static final Map<String, String> LEFT_OUT =
      Map.ofEntries(
          Map.entry("billing_keys", "a credential"),
          Map.entry("chat_paces", "forgotten within a day"),
          Map.entry("daily_uses", "counts against a limit"),
          Map.entry("mails", "forgotten when sent"),
          Map.entry("payment_departures", "work to be done"),
          Map.entry("pending_links", "a credential"),
          Map.entry("post_uploads", "forgotten within hours"),
          Map.entry("push_outbox", "forgotten within a day"),
          Map.entry("rating_imports", "the ratings themselves are told"),
          Map.entry("refund_proposals", "what comes of them is a refund"),
          Map.entry("room_marks", "how far a room was read"),
          Map.entry("screen_quarters", "the reservations are told"),
          Map.entry("seats", "the memberships are told"),
          Map.entry("single_use_tokens", "a credential"),
          Map.entry("social_attempts", "a credential"),
          Map.entry("socket_connections", "forgotten within hours"),
          Map.entry("socket_tickets", "a credential"));

  record Row(String text) {}

  @Test
  void everyTableAboutMembersIsExportedOrLeftOutForAReason() {
    String sql = ExportStore.PARTS + HistoryList.all();
    TreeSet<String> missing = new TreeSet<>();
    for (Row table :
        DATABASE
            .database()
            .read(
                Sql.of(
                    """
                    select distinct c.table_name as text from information_schema.columns c
                      join information_schema.tables t using (table_schema, table_name)
                     where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
                       and c.column_name in ('user_id', 'host_id', 'reporter_id', 'follower_id')
                    """),
                Row.class)) {
      if (!sql.matches("(?s).*\\b(from|join) " + table.text + "\\b.*")) {
        missing.add(table.text);
      }
    }

    assertThat(missing).isEqualTo(new TreeSet<>(LEFT_OUT.keySet()));
  }
}
