package io.takewithott.payment;

import io.takewithott.payment.CrashPoint.Crash;
import io.takewithott.payment.PaymentWorld.Answer;
import io.takewithott.payment.Step.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Does steps in a world with one party of three seats, as far as they are possible. */
final class Actor {
  private static final long HOST = PaymentWorld.HOST;

  /** Who may see the log-in, told by orders, days and claims. */
  private static final String MAY_SEE =
      """
      select p.state <> 'closed' and v.sealed is not null
             and (select u.deleted_at is null from users u where u.user_id = %1$d)
             and 10 > (select count(*) from vault_reveals r where r.user_id = %1$d and r.revealed_on = '%4$s')
             and (p.host_id = %2$d
                  or exists (select 1 from payment_orders o
                               join memberships m on m.membership_id = o.membership_id and m.ended_on is null
                               join cycles c on c.order_id = o.order_id
                              where o.user_id = %3$d and o.party_id = p.party_id and o.state = 'paid'
                                and m.state <> 'paused'
                                and date '%4$s' between c.starts_on and c.starts_on + c.days - 1
                                and not exists (select 1 from party_claims k
                                                 where k.membership_id = m.membership_id and k.decided_at is null)))
        from parties p join vaults v on v.party_id = p.party_id
      """;

  private final PaymentWorld world;
  private final long party;
  private final Map<Long, Answer> joined = new HashMap<>();
  private final List<String> surprises = new ArrayList<>();
  private int keys;

  /**
   * @param members how many have joined already, with a card
   */
  Actor(PaymentWorld world, int members) {
    this.world = world;
    this.party = world.party(3);
    for (long user = 2; user < 2 + members; user++) {
      world.join(party, user);
      world.card(user);
    }
  }

  void act(Step step) {
    Trouble trouble = step.trouble();
    switch (trouble.kind()) {
      case NONE -> {}
      case DIES_BEFORE_A_CALL -> world.crash.at(trouble.number(), false);
      case DIES_AFTER_A_CALL -> world.crash.at(trouble.number(), true);
      case PROVIDER_MISBEHAVES ->
          world.faults().order(trouble.place(), trouble.fault(), 1, 2 * millis());
    }
    try {
      act(step.deed(), step.user(), step.number());
    } catch (Crash died) {
      // It is started anew for the next step; what it answered does not count.
      surprises.clear();
    } finally {
      world.crash.restart();
      world.faults().clear();
    }
  }

  /** Answers that should have been others. */
  List<String> surprises() {
    return surprises;
  }

  /** Everything that was begun is finished, if only somebody goes on trying. */
  void finish() {
    world.recover();
    world.pass(Duration.ofMinutes(11));
    world.recover();
    world.reconcile();
    world.pass(Duration.ofDays(2));
    world.recover();
  }

  private static int millis() {
    return (int) PaymentWorld.TIMEOUT.toMillis();
  }

  private void act(Step.Deed deed, long user, int number) {
    switch (deed) {
      case JOIN -> join(user);
      case JOIN_AND_PAY -> {
        join(user);
        confirm(user, true);
      }
      case CONFIRM -> confirm(user, true);
      case CONFIRM_AGAIN -> confirm(user, false);
      case PAY_WITHOUT_APPROVAL -> payWithoutApproval(user);
      case NOTICE -> notice(number);
      case FORGED_NOTICE -> forged(number);
      case CONFIRM_ACCESS -> post(user, "/parties/" + party + "/access", "");
      case LEAVE -> post(user, "/parties/" + party + "/leave", "{\"when\":\"now\"}");
      case LEAVE_LATER -> post(user, "/parties/" + party + "/leave", "{\"when\":\"month-end\"}");
      case REMOVE ->
          post(
              host(),
              "/parties/" + party + "/members/" + membership(number) + "/removal",
              "{\"rule\":\"MISUSED\",\"text\":\"비밀번호를 바꿨어요\"}");
      case CLAIM_NO_ACCESS -> claim(user, "NO_ACCESS");
      case CLAIM_ACCESS_LOST -> claim(user, "ACCESS_LOST");
      case HOST_ANSWERS ->
          post(
              host(),
              "/claims/" + claim() + "/answer",
              number % 2 == 0 ? "{\"agree\":true}" : "{\"agree\":false,\"text\":\"아니에요\"}");
      case ADMIN_DECIDES -> decide(8 + number % 2, number % 3 != 0);
      case CARD -> world.card(user);
      case RESUME -> post(user, "/parties/" + party + "/resume", "");
      case DAYS_PASS -> world.pass(Duration.ofDays(1 + number % 9));
      case MINUTES_PASS -> world.pass(Duration.ofMinutes(11));
      case MONTH_ENDS -> world.pass(Duration.ofDays(30));
      case RECOVER -> world.recover();
      case BILL -> world.bill();
      case SETTLE -> world.settle();
      case RECONCILE -> world.reconcile();
      case HAND_OVER -> handOver(user, number);
      case CLOSE -> world.call("DELETE", "/parties/" + party, host()).send();
      case LEAVE_THE_SERVICE -> leaveTheService(user);
      case REVEAL -> reveal(number % 5 == 4 ? host() : user, number);
      case RESERVE_SCREEN -> reserve(user, number);
      case ADMIN_REFUNDS -> refund(8 + number % 2, number);
      case ADMIN_AGREES -> agree(8 + number % 2, number);
    }
  }

  /** Looks the log-in up, which is to be possible just if the books say so. */
  private void reveal(long user, int number) {
    if (number % 3 == 0) {
      keys++;
      world
          .call("PUT", "/parties/" + party + "/vault", host())
          .body("{\"account\":\"a\",\"password\":\"password " + keys + "\"}")
          .send();
    }
    boolean expected =
        world.texts(MAY_SEE.formatted(user, user, user, world.today())).contains("t");
    Answer answer = world.call("POST", "/parties/" + party + "/vault/reveal", user).send();
    boolean shown = answer.body().path("password").asText().startsWith("password ");
    if (shown != expected) {
      surprises.add(
          "user "
              + user
              + (expected ? " should see" : " should not see")
              + " the log-in: "
              + answer.brief());
    }
  }

  private void reserve(long user, int number) {
    String from = world.today().plusDays(1 + number % 4) + "T2" + number % 3 + ":00";
    post(user, "/parties/" + party + "/screens", "{\"from\":\"" + from + "\",\"minutes\":90}");
  }

  /** There is something to be given back only of days that were credited. */
  private void refund(long admin, int number) {
    if (number % 2 == 0) {
      world.pass(Duration.ofDays(4));
      world.settle();
    }
    List<String> orders =
        world.texts("select order_id from payment_orders where state = 'paid' order by 1");
    if (!orders.isEmpty()) {
      keys++;
      world
          .call("POST", "/admin/refunds", admin)
          .admin()
          .key("refund-number-" + keys)
          .body(
              "{\"orderId\":\""
                  + orders.get(number % orders.size())
                  + "\",\"amount\":"
                  + (1 + 180 * number)
                  + ",\"reason\":\"불편하셨죠\"}")
          .send();
      if (number % 3 == 1) {
        agree(17 - admin, number);
      }
    }
  }

  private void agree(long admin, int number) {
    long proposal = number("select max(proposal_id)::text from refund_proposals", 1);
    world
        .call(
            "POST",
            "/admin/refund-proposals/" + proposal + (number % 5 == 4 ? "/refusal" : "/approval"),
            admin)
        .admin()
        .body("{\"text\":\"아니에요\"}")
        .send();
  }

  private void join(long user) {
    keys++;
    Answer answer =
        world.call("POST", "/parties/" + party + "/join", user).key("key-number-" + keys).send();
    if (answer.status() == 201) {
      joined.put(user, answer);
    }
  }

  private void confirm(long user, boolean first) {
    Answer order = joined.get(user);
    if (order == null) {
      return;
    }
    String orderId = order.body().path("orderId").asText();
    List<String> receipts =
        world.book().ofOrder(orderId).stream().map(receipt -> receipt.receiptId()).toList();
    String receiptId = first || receipts.isEmpty() ? world.agree(order) : receipts.get(0);
    world.confirm(user, orderId, receiptId);
  }

  /** No pay window stays open for a day. */
  private void payWithoutApproval(long user) {
    Answer order = joined.get(user);
    if (order != null
        && Instant.parse(order.body().path("lockedUntil").asText())
            .plus(Duration.ofDays(1))
            .isAfter(world.clock.instant())) {
      world
          .book()
          .pay(order.body().path("orderId").asText(), "x", order.body().path("total").asLong());
    }
  }

  /** Of any receipt there is, as late and as often as it comes. */
  private void notice(int number) {
    var receipts =
        world.book().all().stream().filter(receipt -> receipt.billingKey() == null).toList();
    if (!receipts.isEmpty()) {
      var receipt = receipts.get(number % receipts.size());
      post(
          0,
          "/payments/webhook",
          "{\"receipt_id\":\""
              + receipt.receiptId()
              + "\",\"order_id\":\""
              + receipt.orderId()
              + "\",\"status\":1}");
    }
  }

  /** Says of an order of ours that it was paid by a receipt of another one. */
  private void forged(int number) {
    List<String> orders =
        world.texts("select order_id as text from payment_orders order by created_at, order_id");
    var receipts = world.book().all();
    if (!orders.isEmpty() && !receipts.isEmpty()) {
      post(
          0,
          "/payments/webhook",
          "{\"receipt_id\":\""
              + receipts.get(number % receipts.size()).receiptId()
              + "\",\"order_id\":\""
              + orders.get(number % orders.size())
              + "\",\"status\":1,\"price\":1}");
    }
  }

  private void claim(long user, String kind) {
    post(
        user,
        "/parties/" + party + "/claims",
        "{\"kind\":\"" + kind + "\",\"evidence\":\"들어갈 수 없어요\"}");
  }

  private void decide(long admin, boolean uphold) {
    world
        .call("POST", "/admin/claims/" + claim() + "/decision", admin)
        .admin()
        .body("{\"uphold\":" + uphold + ",\"text\":\"결정\"}")
        .send();
  }

  private void handOver(long user, int number) {
    world
        .call("PUT", "/parties/" + party + "/host-offer", host())
        .body("{\"membershipId\":" + membership(number) + "}")
        .send();
    post(user, "/parties/" + party + "/host", "");
  }

  private void leaveTheService(long user) {
    world.database.run(
        "update users set deleted_at = now() where user_id = " + user + " and user_id > 4");
  }

  private void post(long user, String path, String body) {
    var call = world.call("POST", path, user);
    (body.isEmpty() ? call : call.body(body)).send();
  }

  private long host() {
    return number("select host_id::text as text from parties", HOST);
  }

  private long membership(int number) {
    List<String> all =
        world.texts(
            "select membership_id::text as text from memberships where state <> 'ended' order by 1");
    return all.isEmpty() ? 1 : Long.parseLong(all.get(number % all.size()));
  }

  private long claim() {
    return number("select max(claim_id)::text as text from party_claims", 1);
  }

  private long number(String sql, long otherwise) {
    return world.texts(sql).stream()
        .filter(text -> text != null)
        .findFirst()
        .map(Long::parseLong)
        .orElse(otherwise);
  }
}
