package io.takewithott.payment.billing;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.payment.bootpay.BillingKey;
import io.takewithott.payment.money.Today;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What members can be charged by; every method is one call. */
public final class BillingKeyStore {
  private final Database database;
  private final Today today;

  public BillingKeyStore(Database database, Today today) {
    this.database = database;
    this.today = today;
  }

  /** Begins a registration; one that was begun before is begun anew. What is registered stays. */
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

  /** Completes the registration that was begun; whether it was this one. */
  boolean register(long userId, BillingKey key) {
    return database.write(
            Sql.of(
                    """
                    update billing_keys
                       set billing_key = :key, card = :card, registered_at = to_timestamp(:now)
                     where user_id = :userId and subscription_id = :subscriptionId
                    """)
                .bind("userId", userId)
                .bind("subscriptionId", key.subscriptionId())
                .bind("key", key.billingKey())
                .bind("card", key.card())
                .bindSeconds("now", today.now()))
        == 1;
  }

  Optional<Registered> find(long userId) {
    return database.readOne(
        Sql.of(
                """
                select billing_key, card, extract(epoch from registered_at)::bigint as registered_seconds
                  from billing_keys where user_id = :userId and billing_key is not null
                """)
            .bind("userId", userId),
        Registered.class);
  }

  void remove(long userId) {
    database.write(
        Sql.of("delete from billing_keys where user_id = :userId").bind("userId", userId));
  }

  record Registered(String billingKey, @Nullable String card, long registeredSeconds) {
    @Override
    public String toString() {
      return "Registered";
    }
  }
}
