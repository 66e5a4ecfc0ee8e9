package io.takewithott.payment.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.DatabaseException;
import io.takewithott.core.database.Sql;
import io.takewithott.payment.money.Won;
import io.takewithott.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LedgerTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();

  @BeforeAll
  static void setTheScene() {
    DATABASE.run(
        """
        insert into users (user_id, nickname) values (1, '미나');
        insert into parties (party_id, host_id, service, plan, title, relation, seats, price, fee, starts_on,
                             state, idempotency_key, created_at)
        values (1, 1, 'tving', 'premium', 'x', 'strangers', 2, 17000, 990, '2026-11-21', 'open', 'k', now());
        with e as (insert into ledger_entries (business_key, reason, party_id, occurred_at)
                   values ('a', 'paid', 1, now()) returning entry_id)
        insert into ledger_postings select entry_id, 0, 'provider', 0, 5 from e
        union all select entry_id, 1, 'escrow', 1, -5 from e;
        """);
  }

  @Test
  void anEntryThatIsNotBalancedIsRefusedInTheEnd() {
    refused(
        """
        with e as (insert into ledger_entries (business_key, reason, party_id, occurred_at)
                   values ('b', 'paid', 1, now()) returning entry_id)
        insert into ledger_postings select entry_id, 0, 'provider', 0, 5 from e
        union all select entry_id, 1, 'escrow', 1, -4 from e
        """,
        "ledger_balanced");
    refused(
        "insert into ledger_entries (business_key, reason, party_id, occurred_at) values ('c', 'paid', 1, now())",
        "ledger_balanced");
    refused(
        "insert into ledger_postings select entry_id, 2, 'fee', 1, 1 from ledger_entries",
        "ledger_balanced");
  }

  @Test
  void nothingIsEverChangedOrTakenAwayNotEvenByTheOwner() {
    for (String change :
        List.of(
            "update ledger_postings set amount = amount * 2",
            "delete from ledger_postings",
            "truncate ledger_postings",
            "update ledger_entries set reason = 'payout'",
            "delete from ledger_entries",
            "truncate ledger_entries cascade")) {
      refused(DATABASE.masterDatabase(), change, "ledger_append_only");
    }
  }

  @Test
  void whatHappenedOnceIsEnteredOnce() {
    refused(
        "insert into ledger_entries (business_key, reason, party_id, occurred_at) values ('a', 'paid', 1, now())",
        "ledger_entries_once");
  }

  @Test
  void anEntryIsBalancedBeforeItIsWritten() {
    assertThat(Entry.paid("o", 1, 2, new Won(4250), new Won(990)).postings())
        .extracting(posting -> posting.account() + " " + posting.amount())
        .containsExactly(
            "PROVIDER 5240", "MEMBER -5240", "MEMBER 5240", "ESCROW -4250", "FEE -990");
    assertThatThrownBy(
            () ->
                new Entry(
                    "k",
                    Reason.PAID,
                    1,
                    null,
                    List.of(new Posting(Account.FEE, 1, -1), new Posting(Account.PROVIDER, 0, 2))))
        .hasMessageStartingWith("The entry k is not balanced");
  }

  private static void refused(String sql, String constraint) {
    refused(DATABASE.database(), sql, constraint);
  }

  private static void refused(Database database, String sql, String constraint) {
    assertThatThrownBy(() -> database.write(Sql.of(sql)))
        .isInstanceOfSatisfying(
            DatabaseException.class,
            failure -> assertThat(failure.constraint()).contains(constraint));
  }
}
