package io.takewithott.payment;

import io.takewithott.core.Environment;
import io.takewithott.core.cloud.CloudClients;
import io.takewithott.core.database.Database;
import io.takewithott.core.http.Admin;
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
import io.takewithott.payment.claim.ClaimResource;
import io.takewithott.payment.ledger.LedgerResource;
import io.takewithott.payment.ledger.LedgerStore;
import io.takewithott.payment.order.JoinStore;
import io.takewithott.payment.order.OrderIds;
import io.takewithott.payment.order.OrderResource;
import io.takewithott.payment.order.WebhookResource;
import io.takewithott.payment.party.HostResource;
import io.takewithott.payment.party.MemberResource;
import io.takewithott.payment.party.PartyResource;
import io.takewithott.payment.plan.PlanResource;
import io.takewithott.payment.plan.PlanStore;
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
    Bootpay bootpay = new BootpayClient(config.bootpay(), keys, budget);
    PaymentParts parts = new PaymentParts(database, bootpay, budget, clock);
    return new HttpWiring(
        routes(
            parts,
            database,
            bootpay,
            keys,
            config.bootpay(),
            new Pushes(config.pushQueue().map(clients::queue))),
        budget,
        database::ping,
        secrets::forget);
  }

  static Routes routes(
      PaymentParts parts,
      Database database,
      Bootpay bootpay,
      Keys keys,
      BootpayConfig config,
      Pushes pushes) {
    OrderIds ids = new OrderIds(new SecureRandom());
    PlanStore planStore = new PlanStore(database);
    Routes.Builder routes = Routes.builder().afterChange(() -> pushes.send(PushRequest.outbox()));
    PlanResource plans = new PlanResource(planStore);
    PartyResource party = new PartyResource(parts.parties, planStore, ids, parts.today);
    routes
        .get("/party-plans", plans::list)
        .post("/parties", party::create)
        .get("/parties", party::list)
        .get("/parties/{id}", party::party)
        .get("/parties/{id}/refund-preview", party::refundPreview)
        .get("/me/parties", party::mine);
    addHost(routes, parts);
    OrderResource orders =
        new OrderResource(
            new JoinStore(database, parts.today), parts.orders, ids, keys, config.standIn());
    routes
        .post("/parties/{id}/join", orders::join)
        .get("/orders/{orderId}", orders::order)
        .post("/orders/{orderId}/confirm", orders::confirm)
        .post("/payments/webhook", new WebhookResource(parts.orders, bootpay)::notice)
        .get("/parties/{id}/ledger", new LedgerResource(new LedgerStore(database))::ofParty);
    BillingResource billing =
        new BillingResource(
            parts.billingKeys, parts.months, parts.billing, bootpay, ids, keys, config.standIn());
    return routes
        .get("/me/billing-key", billing::card)
        .post("/me/billing-key", billing::begin)
        .put("/me/billing-key", billing::register)
        .delete("/me/billing-key", billing::remove)
        .post("/parties/{id}/resume", billing::resume)
        .build();
  }

  private static void addHost(Routes.Builder routes, PaymentParts parts) {
    HostResource host =
        new HostResource(parts.parties, parts.memberships, parts.refunds, parts.today);
    MemberResource member = new MemberResource(parts.memberships, parts.refunds, parts.today);
    ClaimResource claims =
        new ClaimResource(parts.claims, parts.memberships, parts.refunds, parts.today);
    routes
        .put("/parties/{id}/state", host::move)
        .delete("/parties/{id}", host::close)
        .post("/parties/{id}/members/{membershipId}/removal", host::remove)
        .put("/parties/{id}/host-offer", host::offer)
        .post("/parties/{id}/host", host::takeOver)
        .post("/parties/{id}/access", member::confirmAccess)
        .post("/parties/{id}/leave", member::leave)
        .post("/parties/{id}/claims", claims::open)
        .get("/parties/{id}/claims", claims::ofParty)
        .post("/claims/{id}/answer", claims::answer)
        .post("/claims/{id}/withdrawal", claims::withdraw)
        .get("/admin/claims", Admin.only(claims::toDecide))
        .post("/admin/claims/{id}/decision", Admin.only(claims::decide));
  }
}
