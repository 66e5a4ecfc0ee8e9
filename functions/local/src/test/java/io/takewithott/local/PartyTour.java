package io.takewithott.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.json.Json;
import io.takewithott.local.RunningWorld.Member;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** Through the routes of parties and their money: from the plan to the desk. */
final class PartyTour {
  private final RouteTour tour;

  PartyTour(RouteTour tour) {
    this.tour = tour;
  }

  void run() throws Exception {
    Member host = tour.world().join("host");
    Member member = tour.world().join("member");
    Member other = tour.world().join("other");
    tour.get("/party-plans", null);
    long party = party(host);
    tour.get("/parties?service=tving&seats=1", null);
    tour.get("/parties/" + party, null);
    tour.get("/parties/" + party + "/refund-preview?day=10", null);
    String order = join(party, member);
    join(party, other);
    tour.get("/me/parties", member);
    tour.get("/parties/" + party, member);
    tour.get("/orders/" + order + "/receipt", member);
    html("/orders/" + order + "/receipt?format=html", member);
    tour.get("/parties/" + party + "/ledger", member);
    new RoomTour(tour).run(party, host, member);
    inside(party, host, member);
    cards(member);
    claims(party, host, member, other);
    money(party, host, member, order);
    endings(party, host, member, other);
  }

  private long party(Member host) throws Exception {
    return tour.once(
            "/parties",
            Map.of(
                "service", "tving",
                "plan", "premium",
                "title", "같이 봐요",
                "seats", 4,
                "relation", "strangers"),
            host)
        .path("partyId")
        .asLong();
  }

  private String join(long party, Member who) throws Exception {
    JsonNode order = tour.once("/parties/" + party + "/join", Map.of(), who);
    String orderId = order.path("orderId").asText();
    tour.get("/orders/" + orderId, who);
    JsonNode window = order.path("window");
    String receiptId =
        agree(
            window.path("standIn").asText()
                + "?order_id="
                + orderId
                + "&order_name="
                + URLEncoder.encode(window.path("orderName").asText(), StandardCharsets.UTF_8)
                + "&price="
                + window.path("price").asLong());
    tour.ask(200, "POST", "/orders/" + orderId + "/confirm", Map.of("receiptId", receiptId), who);
    tour.ask(
        200,
        "POST",
        "/payments/webhook",
        Map.of("order_id", orderId, "receipt_id", receiptId),
        (String) null);
    return orderId;
  }

  /** What a browser does at the pay window. */
  private String agree(String window) throws Exception {
    byte[] agreed =
        tour.send(
                HttpRequest.newBuilder(URI.create(window))
                    .header("content-type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("decision=agree")))
            .body();
    return Json.tree(agreed).path("receipt_id").asText();
  }

  private void inside(long party, Member host, Member member) throws Exception {
    String vault = "/parties/" + party + "/vault";
    tour.get(vault, host);
    tour.ask(200, "PUT", vault, Map.of("account", "ott@example.com", "password", "s3cret"), host);
    tour.ask(200, "POST", vault + "/reveal", null, member);
    tour.get(vault + "/reveals", host);
    tour.get(vault, member);
    String screens = "/parties/" + party + "/screens";
    String from = LocalDate.now(ZoneId.of("Asia/Seoul")).plusDays(1) + "T20:15";
    long reservation =
        tour.ask(201, "POST", screens, Map.of("from", from, "minutes", 120), member)
            .path("reservationId")
            .asLong();
    tour.get(screens + "?day=" + from.substring(0, 10), member);
    tour.ask(204, "DELETE", screens + "/" + reservation, null, member);
    tour.ask(204, "DELETE", vault, null, host);
  }

  private void cards(Member member) throws Exception {
    tour.get("/me/billing-key", member);
    card(member);
    tour.get("/me/billing-key", member);
  }

  private void card(Member who) throws Exception {
    JsonNode begun = tour.ask(201, "POST", "/me/billing-key", null, who);
    String receiptId =
        agree(
            begun.path("standIn").asText()
                + "?subscription_id="
                + begun.path("subscriptionId").asText());
    tour.ask(200, "PUT", "/me/billing-key", Map.of("receiptId", receiptId), who);
  }

  private void claims(long party, Member host, Member member, Member other) throws Exception {
    Map<String, String> evidence = Map.of("kind", "NO_ACCESS", "evidence", "초대가 오지 않았어요");
    String claims = "/parties/" + party + "/claims";
    String first = "/claims/" + tour.ask(201, "POST", claims, evidence, member).path("claimId");
    tour.get(claims, member);
    tour.ask(204, "POST", first + "/withdrawal", null, member);
    JsonNode second = tour.ask(201, "POST", claims, evidence, other);
    String path = "/claims/" + second.path("claimId");
    tour.ask(200, "POST", path + "/answer", Map.of("agree", false, "text", "보냈습니다"), host);
    Member desk = tour.administrator("desk");
    tour.get("/admin/claims", desk);
    tour.ask(
        200,
        "POST",
        "/admin" + path + "/decision",
        Map.of("uphold", false, "text", "초대한 기록이 있습니다"),
        desk);
    tour.ask(204, "POST", "/parties/" + party + "/access", null, member);
  }

  /** Ten days later. */
  private void money(long party, Member host, Member member, String order) throws Exception {
    tour.run("update cycles set starts_on = starts_on - 10, due_on = due_on - 10");
    tour.run(
        "update memberships set joined_on = joined_on - 10, access_by = access_by - interval '10 days'");
    run("settle");
    tour.run(
        "insert into payouts (party_id, host_id, period, amount, paid_at) values ("
            + party
            + ", "
            + host.userId()
            + ", '2026-10', 1000, now())");
    Member desk = tour.administrator("desk2");
    Member second = tour.administrator("desk3");
    tour.once("/admin/refunds", Map.of("orderId", order, "amount", 500, "reason", "늦어서"), desk);
    tour.get("/admin/refunds", desk);
    tour.get("/admin/orders?userId=" + member.userId(), desk);
    tour.get("/admin/orders/" + order, desk);
    String approved = proposal(desk, order);
    tour.ask(200, "POST", "/admin/refund-proposals/" + approved + "/approval", null, second);
    String refused = proposal(desk, order);
    tour.ask(
        200,
        "POST",
        "/admin/refund-proposals/" + refused + "/refusal",
        Map.of("text", "아닙니다"),
        second);
    tour.get("/admin/refund-proposals", desk);
    tour.get("/admin/desk-actions", desk);
    tour.get("/me/payments", member);
    tour.get("/me/payouts", host);
    tour.get("/orders/" + order + "/receipt", member);
    tour.get("/me/payments/export?year=2026", member);
    tour.get("/me/payouts/export?year=2026", host);
    tour.get("/admin/fees/export?year=2026", desk);
  }

  /** As if the payment were so large that two have to agree. */
  private String proposal(Member desk, String order) {
    tour.run(
        """
        insert into refund_proposals (order_id, party_id, user_id, amount, reason, needs_two, state,
                                      proposed_by, proposed_at, expires_at, idempotency_key)
        select order_id, party_id, user_id, 100, '늦어서', true, 'proposed', %d, now(),
               now() + interval '3 days', gen_random_uuid()::text
          from payment_orders where order_id = '%s'
        """
            .formatted(desk.userId(), order));
    return tour.one("select max(proposal_id)::text as text from refund_proposals");
  }

  private void endings(long party, Member host, Member member, Member other) throws Exception {
    String own = "/parties/" + party;
    tour.ask(200, "POST", own + "/leave", Map.of("when", "month-end"), member);
    tour.ask(200, "POST", own + "/leave", Map.of("when", "never"), member);
    unpaid(membership(party, member));
    tour.ask(200, "POST", own + "/resume", null, member);
    tour.ask(204, "DELETE", "/me/billing-key", null, member);
    tour.ask(
        204, "PUT", own + "/host-offer", Map.of("membershipId", membership(party, other)), host);
    tour.ask(204, "PUT", own + "/state", Map.of("state", "paused"), host);
    hands();
    night();
  }

  /** What the nightly runs find to do: a month to charge, an old key to seal, and a locked seat. */
  private void night() throws Exception {
    Member host = tour.world().join("host3");
    Member member = tour.world().join("member3");
    long party = party(host);
    join(party, member);
    card(member);
    card(host);
    tour.run(
        "update billing_keys set sealed_key = null, billing_key = 'old-key' where user_id = "
            + host.userId());
    tour.run(
        "update cycles set starts_on = starts_on - 31, due_on = due_on - 31 where membership_id = "
            + membership(party, member));
    tour.once("/parties/" + party + "/join", Map.of(), tour.world().join("other3"));
  }

  /** As if nobody had paid for the second month. */
  private void unpaid(long membership) {
    tour.run(
        "insert into cycles (membership_id, cycle, state, due_on, share, fee)"
            + " select membership_id, 1, 'due', current_date, share, fee from cycles"
            + " where cycle = 0 and membership_id = "
            + membership);
    tour.run(
        "update memberships set state = 'paused', paused_at = now() where membership_id = "
            + membership);
  }

  /** A party that changes hands, one that somebody has to leave, and one that ends. */
  private void hands() throws Exception {
    Member host = tour.world().join("host2");
    Member member = tour.world().join("member2");
    Member other = tour.world().join("other2");
    long party = party(host);
    String own = "/parties/" + party;
    join(party, member);
    join(party, other);
    tour.ask(
        204,
        "POST",
        own + "/members/" + membership(party, other) + "/removal",
        Map.of("rule", "MISUSED", "text", "프로필을 지웠어요"),
        host);
    tour.ask(
        204, "PUT", own + "/host-offer", Map.of("membershipId", membership(party, member)), host);
    tour.ask(204, "POST", own + "/access", null, member);
    tour.ask(204, "POST", own + "/host", null, member);
    tour.ask(204, "DELETE", own, null, member);
  }

  private long membership(long party, Member who) {
    return Long.parseLong(
        tour.one(
            "select membership_id::text as text from memberships where party_id = "
                + party
                + " and user_id = "
                + who.userId()));
  }

  private void run(String what) {
    assertThat(
            tour.world()
                .server()
                .invoke("PaymentRunFunction", Json.bytes(Map.of("run", what)))
                .succeeded())
        .isTrue();
  }

  private void html(String path, Member who) throws Exception {
    assertThat(tour.send(tour.request(path, who)).statusCode()).isEqualTo(200);
  }
}
