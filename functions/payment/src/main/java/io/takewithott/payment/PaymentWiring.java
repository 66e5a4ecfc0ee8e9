package io.takewithott.payment;

import io.takewithott.core.Environment;
import io.takewithott.core.cloud.CloudClients;
import io.takewithott.core.database.Database;
import io.takewithott.core.envelope.Envelopes;
import io.takewithott.core.http.HttpFunction;
import io.takewithott.core.http.HttpFunction.HttpWiring;
import io.takewithott.core.http.Routes;
import io.takewithott.core.lambda.Budget;
import io.takewithott.core.queue.PushRequest;
import io.takewithott.core.queue.Pushes;
import io.takewithott.core.secrets.Secrets;
import io.takewithott.payment.billing.BillingResource;
import io.takewithott.payment.bootpay.Bootpay;
import io.takewithott.payment.bootpay.BootpayClient;
import io.takewithott.payment.bootpay.BootpayConfig;
import io.takewithott.payment.bootpay.Keys;
import io.takewithott.payment.bootpay.MeasuredBootpay;
import io.takewithott.payment.claim.ClaimResource;
import io.takewithott.payment.desk.DeskResource;
import io.takewithott.payment.desk.DeskStore;
import io.takewithott.payment.desk.PaymentResource;
import io.takewithott.payment.desk.PaymentStore;
import io.takewithott.payment.export.ExportResource;
import io.takewithott.payment.export.ExportStore;
import io.takewithott.payment.ledger.LedgerResource;
import io.takewithott.payment.ledger.LedgerStore;
import io.takewithott.payment.money.Won;
import io.takewithott.payment.order.JoinStore;
import io.takewithott.payment.order.OrderIds;
import io.takewithott.payment.order.OrderResource;
import io.takewithott.payment.order.WebhookResource;
import io.takewithott.payment.party.HostResource;
import io.takewithott.payment.party.MemberResource;
import io.takewithott.payment.party.PartyResource;
import io.takewithott.payment.plan.PlanResource;
import io.takewithott.payment.plan.PlanStore;
import io.takewithott.payment.receipt.ReceiptResource;
import io.takewithott.payment.receipt.ReceiptStore;
import io.takewithott.payment.request.LoggedIn;
import io.takewithott.payment.screen.ScreenResource;
import io.takewithott.payment.screen.ScreenStore;
import io.takewithott.payment.settlement.Reminders;
import io.takewithott.payment.vault.VaultResource;
import io.takewithott.payment.vault.VaultStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;

/** What the function behind the API is made of. */
final class PaymentWiring {
  private PaymentWiring() {}

  static HttpWiring http(Environment environment, InstantSource clock) {
    PaymentConfig config = environment.read(PaymentConfig::from);
    // What an invocation has left is real time, whatever the clock says.
    Budget budget = new Budget(Clock.systemUTC(), HttpFunction.LONGEST_REQUEST);
    CloudClients clients = new CloudClients(config.cloud());
    Database database = clients.database(config.database(), budget);
    Secrets secrets = clients.secrets(clock);
    Keys keys = new Keys(secrets, config.bootpay().secret());
    Bootpay bootpay = new MeasuredBootpay(new BootpayClient(config.bootpay(), keys, budget));
    Envelopes envelopes = clients.envelopes(config.sealKey());
    PaymentParts parts = new PaymentParts(database, bootpay, envelopes, budget, clock);
    Reminders reminders = new Reminders(config.recoveryQueue().map(clients::queue), parts.today);
    return new HttpWiring(
        routes(
            new Outside(
                database,
                bootpay,
                keys,
                config.bootpay(),
                envelopes,
                reminders,
                new LoggedIn(database, parts.today),
                new Pushes(config.pushQueue().map(clients::queue))),
            parts,
            config.large()),
        budget,
        database::ping,
        secrets::forget);
  }

  /** What the routes reach. */
  record Outside(
      Database database,
      Bootpay bootpay,
      Keys keys,
      BootpayConfig config,
      Envelopes envelopes,
      Reminders reminders,
      LoggedIn loggedIn,
      Pushes pushes) {}

  static Routes routes(Outside outside, PaymentParts parts, Won large) {
    OrderIds ids = new OrderIds(new SecureRandom());
    Routes.Builder routes =
        Routes.builder().afterChange(() -> outside.pushes.send(PushRequest.outbox()));
    addParties(routes, outside, parts, ids);
    addHost(routes, parts, outside.reminders);
    addOrders(routes, outside, parts, ids);
    addClaims(routes, outside, parts, large);
    addDesk(routes, outside, parts, large);
    addSharing(routes, outside, parts);
    addRecords(routes, outside, parts);
    return routes.build();
  }

  private static void addParties(
      Routes.Builder routes, Outside outside, PaymentParts parts, OrderIds ids) {
    PlanStore planStore = new PlanStore(outside.database);
    PlanResource plans = new PlanResource(planStore);
    PartyResource party = new PartyResource(parts.parties, planStore, ids, parts.today);
    routes
        .get("/party-plans", plans::list)
        .post("/parties", party::create)
        .get("/parties", party::list)
        .get("/parties/{id}", party::party)
        .get("/parties/{id}/refund-preview", party::refundPreview)
        .get("/me/parties", party::mine);
  }

  private static void addHost(Routes.Builder routes, PaymentParts parts, Reminders reminders) {
    HostResource host =
        new HostResource(parts.parties, parts.memberships, parts.refunds, parts.today);
    MemberResource member = new MemberResource(parts.memberships, parts.refunds, parts.today);
    routes
        .put("/parties/{id}/state", host::move)
        .delete("/parties/{id}", reminders.after(host::close))
        .post("/parties/{id}/members/{membershipId}/removal", reminders.after(host::remove))
        .put("/parties/{id}/host-offer", host::offer)
        .post("/parties/{id}/host", reminders.after(host::takeOver))
        .post("/parties/{id}/access", member::confirmAccess)
        .post("/parties/{id}/leave", reminders.after(member::leave));
  }

  private static void addOrders(
      Routes.Builder routes, Outside outside, PaymentParts parts, OrderIds ids) {
    Reminders reminders = outside.reminders;
    LoggedIn loggedIn = outside.loggedIn;
    OrderResource orders =
        new OrderResource(
            new JoinStore(outside.database, parts.today),
            parts.orders,
            ids,
            outside.keys,
            outside.config.standIn());
    BillingResource billing =
        new BillingResource(
            parts.billingKeys,
            parts.months,
            parts.billing,
            outside.bootpay,
            ids,
            outside.keys,
            outside.config.standIn());
    routes
        .post("/parties/{id}/join", reminders.after(orders::join))
        .get("/orders/{orderId}", orders::order)
        .post("/orders/{orderId}/confirm", reminders.after(orders::confirm))
        .post("/payments/webhook", new WebhookResource(parts.orders, outside.bootpay)::notice)
        .get("/me/billing-key", loggedIn.only(billing::card))
        .post("/me/billing-key", loggedIn.only(billing::begin))
        .put("/me/billing-key", loggedIn.only(billing::register))
        .delete("/me/billing-key", loggedIn.only(billing::remove))
        .post("/parties/{id}/resume", reminders.after(loggedIn.only(billing::resume)));
  }

  private static void addClaims(
      Routes.Builder routes, Outside outside, PaymentParts parts, Won large) {
    Reminders reminders = outside.reminders;
    LoggedIn loggedIn = outside.loggedIn;
    ClaimResource claims =
        new ClaimResource(parts.claims, parts.memberships, parts.refunds, parts.today, large);
    routes
        .post("/parties/{id}/claims", claims::open)
        .get("/parties/{id}/claims", claims::ofParty)
        .post("/claims/{id}/answer", reminders.after(claims::answer))
        .post("/claims/{id}/withdrawal", claims::withdraw)
        .get("/admin/claims", loggedIn.adminOnly(claims::ofDesk))
        .post("/admin/claims/{id}/decision", reminders.after(loggedIn.adminOnly(claims::decide)));
  }

  private static void addDesk(
      Routes.Builder routes, Outside outside, PaymentParts parts, Won large) {
    DeskResource desk =
        new DeskResource(
            new DeskStore(outside.database, parts.today), parts.refunds, parts.today, large);
    PaymentResource payments = new PaymentResource(new PaymentStore(outside.database));
    Reminders reminders = outside.reminders;
    LoggedIn loggedIn = outside.loggedIn;
    routes
        .get("/admin/orders", loggedIn.adminOnly(payments::ofMember))
        .get("/admin/orders/{orderId}", loggedIn.adminOnly(payments::one))
        .get("/admin/refunds", loggedIn.adminOnly(desk::refunds))
        .post("/admin/refunds", reminders.after(loggedIn.adminOnly(desk::propose)))
        .get("/admin/refund-proposals", loggedIn.adminOnly(desk::proposals))
        .post(
            "/admin/refund-proposals/{id}/approval",
            reminders.after(loggedIn.adminOnly(desk::approve)))
        .post("/admin/refund-proposals/{id}/refusal", loggedIn.adminOnly(desk::decline))
        .get("/admin/desk-actions", loggedIn.adminOnly(desk::actions));
  }

  private static void addSharing(Routes.Builder routes, Outside outside, PaymentParts parts) {
    VaultResource vault =
        new VaultResource(new VaultStore(outside.database, parts.today), outside.envelopes);
    LoggedIn loggedIn = outside.loggedIn;
    ScreenResource screens =
        new ScreenResource(new ScreenStore(outside.database, parts.today), parts.today);
    routes
        .get("/parties/{id}/vault", vault::status)
        .put("/parties/{id}/vault", loggedIn.only(vault::save))
        .delete("/parties/{id}/vault", loggedIn.only(vault::erase))
        .post("/parties/{id}/vault/reveal", loggedIn.only(vault::reveal))
        .get("/parties/{id}/vault/reveals", vault::reveals)
        .get("/parties/{id}/screens", screens::day)
        .post("/parties/{id}/screens", screens::reserve)
        .delete("/parties/{id}/screens/{reservationId}", screens::cancel);
  }

  private static void addRecords(Routes.Builder routes, Outside outside, PaymentParts parts) {
    ReceiptResource receipts = new ReceiptResource(new ReceiptStore(outside.database));
    LoggedIn loggedIn = outside.loggedIn;
    ExportResource exports =
        new ExportResource(new ExportStore(outside.database, parts.today), parts.today);
    routes
        .get("/parties/{id}/ledger", new LedgerResource(new LedgerStore(outside.database))::ofParty)
        .get("/orders/{orderId}/receipt", loggedIn.only(receipts::receipt))
        .get("/me/payments", loggedIn.only(receipts::payments))
        .get("/me/payments/export", loggedIn.only(exports::member))
        .get("/me/payouts", loggedIn.only(receipts::payouts))
        .get("/me/payouts/export", loggedIn.only(exports::host))
        .get("/admin/fees/export", loggedIn.adminOnly(exports::fees));
  }
}
