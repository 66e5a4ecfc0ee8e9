package io.takewithott.payment.billing;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.envelope.Envelopes;
import io.takewithott.core.envelope.Seal;
import io.takewithott.payment.bootpay.BillingKey;
import io.takewithott.payment.money.Today;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What members can be charged by, sealed. Keys from before they were sealed are when they are next
 * used, and by the nightly run.
 */
public final class BillingKeyStore {
  private static final String PURPOSE = "billing-key";

  private final Database database;
  private final Envelopes envelopes;
  private final Today today;

  public BillingKeyStore(Database database, Envelopes envelopes, Today today) {
    this.database = database;
    this.envelopes = envelopes;
    this.today = today;
  }

  /**
   * Begins a registration; one that was begun before is begun anew. What is registered stays. One
   * call.
   */
  void begin(long userId, String subscriptionId) {
    database.write(
        Sql.of(
                """
                insert into billing_keys (user_id, subscription_id, asked_at)
                values (:userId, :subscriptionId, to_timestamp(:now))
                on conflict (user_id) do update
                  set subscription_id = excluded.subscription_id, asked_at = excluded.asked_at
                """)
            .bind("userId", userId)
            .bind("subscriptionId", subscriptionId)
            .bindSeconds("now", today.now()));
  }

  /** Completes the registration that was begun; whether it was this one. One call. */
  boolean register(long userId, BillingKey key) {
    return database.write(
            Sql.of(
                    """
                    update billing_keys
                       set sealed_key = :key, billing_key = null, card = :card,
                           registered_at = to_timestamp(:now)
                     where user_id = :userId and subscription_id = :subscriptionId
                    """)
                .bind("userId", userId)
                .bind("subscriptionId", key.subscriptionId())
                .bind("key", envelopes.seal(key.billingKey(), seal(userId)))
                .bind("card", key.card())
                .bindSeconds("now", today.now()))
        == 1;
  }

  /** The card that is registered, without its key; one call. */
  Optional<Card> card(long userId) {
    return database.readOne(
        Sql.of(
                """
                select card, extract(epoch from registered_at)::bigint as registered_seconds
                  from billing_keys where user_id = :userId and registered_at is not null
                """)
            .bind("userId", userId),
        Card.class);
  }

  /** The key, to be used at once; one call, and another where it had not been sealed yet. */
  Optional<String> key(long userId) {
    Optional<Row> row =
        database.readOne(
            Sql.of(
                    """
                    select user_id, billing_key, sealed_key
                      from billing_keys where user_id = :userId and registered_at is not null
                    """)
                .bind("userId", userId),
            Row.class);
    row.ifPresent(this::seal);
    return row.map(this::opened);
  }

  void remove(long userId) {
    database.write(
        Sql.of("delete from billing_keys where user_id = :userId").bind("userId", userId));
  }

  /** Seals some of the keys that lie in clear; how many. */
  int sealSome(int most) {
    List<Row> rows =
        database.read(
            Sql.of(
                    """
                    select user_id, billing_key, sealed_key
                      from billing_keys where billing_key is not null order by user_id limit :most
                    """)
                .bind("most", most),
            Row.class);
    rows.forEach(this::seal);
    return rows.size();
  }

  private void seal(Row row) {
    String key = row.billingKey();
    if (key != null) {
      database.write(
          Sql.of(
                  """
                  update billing_keys set sealed_key = :sealed, billing_key = null
                   where user_id = :userId and billing_key = :key
                  """)
              .bind("userId", row.userId())
              .bind("key", key)
              .bind("sealed", envelopes.seal(key, seal(row.userId()))));
    }
  }

  private String opened(Row row) {
    String clear = row.billingKey();
    String sealed = row.sealedKey();
    if (clear != null || sealed == null) {
      return clear == null ? "" : clear;
    }
    return envelopes.open(sealed, seal(row.userId()));
  }

  private static Seal seal(long userId) {
    return new Seal(PURPOSE, userId, 0);
  }

  record Card(@Nullable String card, long registeredSeconds) {}

  record Row(long userId, @Nullable String billingKey, @Nullable String sealedKey) {
    @Override
    public String toString() {
      return "Row[" + userId + "]";
    }
  }
}
