package io.takewithott.payment;

import io.takewithott.core.database.Database;
import io.takewithott.core.envelope.Envelopes;
import io.takewithott.core.lambda.Budget;
import io.takewithott.payment.billing.Billing;
import io.takewithott.payment.billing.BillingKeyStore;
import io.takewithott.payment.billing.BillingStore;
import io.takewithott.payment.bootpay.Bootpay;
import io.takewithott.payment.claim.ClaimStore;
import io.takewithott.payment.member.MembershipStore;
import io.takewithott.payment.member.Memberships;
import io.takewithott.payment.money.Today;
import io.takewithott.payment.order.OrderStore;
import io.takewithott.payment.order.Orders;
import io.takewithott.payment.party.PartyStore;
import io.takewithott.payment.refund.RefundStore;
import io.takewithott.payment.refund.Refunds;
import io.takewithott.payment.settlement.LeftBehindStore;
import io.takewithott.payment.settlement.Reconciliation;
import io.takewithott.payment.settlement.ReconciliationStore;
import io.takewithott.payment.settlement.Recovery;
import io.takewithott.payment.settlement.RecoveryClock;
import java.time.InstantSource;

/** What requests and schedules have in common, put together. */
final class PaymentParts {
  final Today today;
  final Memberships memberships;
  final Orders orders;
  final Refunds refunds;
  final BillingKeyStore billingKeys;
  final BillingStore months;
  final Billing billing;
  final PartyStore parties;
  final ClaimStore claims;
  final Recovery recovery;
  final RecoveryClock recoveryClock;
  final Reconciliation reconciliation;

  PaymentParts(
      Database database, Bootpay bootpay, Envelopes envelopes, Budget budget, InstantSource clock) {
    this.today = new Today(clock);
    this.memberships = new Memberships(new MembershipStore(database), today);
    this.orders = new Orders(new OrderStore(database, today), bootpay, today);
    this.refunds = new Refunds(new RefundStore(database), bootpay, budget, today);
    this.billingKeys = new BillingKeyStore(database, envelopes, today);
    this.months = new BillingStore(database, today);
    this.billing = new Billing(months, billingKeys, orders, memberships, bootpay, budget);
    this.parties = new PartyStore(database, today);
    this.claims = new ClaimStore(database, today);
    this.recovery =
        new Recovery(orders, memberships, new LeftBehindStore(database, today), claims, refunds);
    this.recoveryClock = new RecoveryClock(database, today);
    this.reconciliation =
        new Reconciliation(new ReconciliationStore(database, today), orders, bootpay, budget);
  }
}
