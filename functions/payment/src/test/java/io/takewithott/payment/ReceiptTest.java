package io.takewithott.payment;

import static io.takewithott.payment.PaymentWorld.HOST;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.payment.PaymentWorld.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Receipts, histories and tables for taxes. A seat costs 4,250 won and 990 for us: 900 and 90 of
 * tax.
 */
class ReceiptTest {
  @RegisterExtension static final PaymentWorld WORLD = new PaymentWorld();

  private long party;

  @BeforeEach
  void nothingHasHappened() {
    WORLD.reset();
    party = WORLD.party(4);
  }

  @Test
  void aReceiptSaysWhatWasPaidForWithTheTaxOfOurFee() {
    String order = WORLD.join(party, 2);

    JsonNode receipt = receipt(2, order).body();

    assertThat(receipt.path("number").asText()).matches("TWO-20261121-[0-9]{6,}");
    assertThat(receipt.path("paidAt").asText()).isEqualTo("2026-11-21T12:00:00+09:00");
    assertThat(receipt.path("from").asText() + " " + receipt.path("until").asText())
        .isEqualTo("2026-11-21 2026-12-20");
    assertThat(amounts(receipt)).isEqualTo("4250 990 900 90 5240 5240");
    assertThat(receipt.path("method").asText()).isEqualTo("로컬카드 ****0000");
    assertThat(receipt(3, order).brief()).isEqualTo("404 NOT_FOUND");
    assertThat(receipt(2, "none").brief()).isEqualTo("404 NOT_FOUND");
  }

  @Test
  void whatCameBackIsOnTheReceipt() {
    String order = WORLD.join(party, 2);
    WORLD.call("POST", at("/access"), 2).send();
    WORLD.pass(Duration.ofDays(10));
    WORLD.call("DELETE", at(""), HOST).send();
    WORLD.recover();

    JsonNode receipt = receipt(2, order).body();

    // Ten days of 30: 1,420 of the share and 330 of the fee are gone.
    assertThat(receipt.at("/refunds/0/amount").asInt()).isEqualTo(5240 - 1420 - 330 + 0);
    assertThat(receipt.at("/refunds/0/fee").asInt()).isEqualTo(660);
    assertThat(receipt.at("/refunds/0/feeVat").asInt()).isEqualTo(60);
    assertThat(receipt.at("/refunds/0/doneAt").asText()).isEqualTo("2026-12-01T12:00:00+09:00");
    assertThat(receipt.path("kept").asInt()).isEqualTo(1750);
  }

  @Test
  void aPageToPrintHasNothingThatRuns() {
    WORLD.database.run(
        "update parties set title = '<script>alert(1)</script>' where party_id = " + party);
    String order = WORLD.join(party, 2);

    String page = WORLD.call("GET", "/orders/" + order + "/receipt?format=html", 2).send().raw();

    assertThat(page)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; · 티빙 프리미엄", "5,240원", "로컬카드 ****0000")
        .doesNotContain("<script");
    assertThat(WORLD.call("GET", "/orders/" + order + "/receipt?format=pdf", 2).send().brief())
        .isEqualTo("422 INVALID_VALUE");
  }

  @Test
  void aHistoryIsReadPageByPage() {
    WORLD.join(party, 2);
    WORLD.card(2);
    for (int month = 0; month < 22; month++) {
      WORLD.pass(Duration.ofDays(31));
      WORLD.bill();
    }

    List<String> numbers = new ArrayList<>();
    String after = "";
    int pages = 0;
    do {
      JsonNode page = WORLD.call("GET", "/me/payments" + after, 2).send().body();
      numbers.addAll(page.path("payments").findValuesAsText("number"));
      after = page.has("next") ? "?after=" + page.path("next").asText() : "";
      pages++;
    } while (!after.isEmpty());

    assertThat(pages).isEqualTo(2);
    assertThat(numbers).hasSize(23).doesNotHaveDuplicates();
    assertThat(WORLD.call("GET", "/me/payments", 3).send().body().path("payments")).isEmpty();
  }

  @Test
  void aMembersYearAddsUpToWhatTheProviderHas() {
    String order = WORLD.join(party, 2);
    WORLD.call("POST", at("/access"), 2).send();
    WORLD.card(2);
    WORLD.pass(Duration.ofDays(30));
    WORLD.bill();
    WORLD.settle();
    goodwill(order, 1000);
    WORLD.pass(Duration.ofDays(5));
    WORLD.call("POST", at("/leave"), 2).body("{\"when\":\"now\"}").send();
    WORLD.recover();

    List<List<String>> rows = table("/me/payments/export?year=2026", 2);

    assertThat(rows.stream().map(row -> row.get(0) + " " + row.get(1) + " " + row.get(8)))
        .containsExactly(
            "2026-11-21 결제 Payment 5240",
            "2026-12-21 결제 Payment 5240",
            "2026-12-21 보상 환불 Goodwill -1000",
            "2026-12-26 환불 Refund -3562");
    assertThat(sum(rows, 8)).isEqualTo(ledger("provider"));
    assertThat(sum(rows, 6) + sum(rows, 7)).isEqualTo(-ledger("fee"));
    rows.forEach(
        row ->
            assertThat(number(row, 5) + number(row, 6) + number(row, 7)).isEqualTo(number(row, 8)));
    assertThat(table("/me/payments/export?year=2027", 2)).isEmpty();
  }

  @Test
  void aHostsYearAndOurFeesAddUpToTheLedger() {
    for (long user = 2; user <= 4; user++) {
      WORLD.join(party, user);
      WORLD.card(user);
      WORLD.call("POST", at("/access"), user).send();
    }
    for (int day = 0; day < 45; day++) {
      WORLD.pass(Duration.ofDays(1));
      WORLD.bill();
      WORLD.settle();
    }
    WORLD.call("DELETE", at(""), HOST).send();
    WORLD.recover();

    List<List<String>> host = table("/me/payouts/export?year=2026", HOST);
    host.addAll(table("/me/payouts/export?year=2027", HOST));
    assertThat(sum(host, 5) - sum(host, 4)).isEqualTo(ledger("host"));
    JsonNode payouts = WORLD.call("GET", "/me/payouts", HOST).send().body();
    assertThat(payouts.path("waiting").asLong()).isEqualTo(-ledger("host"));
    assertThat(payouts.path("payouts").findValuesAsText("period"))
        .containsExactly("2026-12", "2026-11");

    List<List<String>> fees = admin("/admin/fees/export?year=2026");
    fees.addAll(admin("/admin/fees/export?year=2027"));
    assertThat(fees.stream().map(row -> row.get(0)))
        .containsExactly("2026-11", "2026-12", "2027-01");
    assertThat(sum(fees, 4)).isEqualTo(-ledger("fee"));
    fees.forEach(row -> assertThat(number(row, 5) + number(row, 6)).isEqualTo(number(row, 4)));
  }

  @Test
  void aTitleIsNoFormulaInASpreadsheet() {
    WORLD.database.run(
        "update parties set title = '=HYPERLINK(\"http://x\",\"y\")' where party_id = " + party);
    WORLD.join(party, 2);

    String csv = WORLD.call("GET", "/me/payments/export?year=2026", 2).send().raw();

    assertThat(csv)
        .startsWith("\uFEFF날짜 Date,")
        .contains(",\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",");
  }

  private void goodwill(String order, int amount) {
    Answer made =
        WORLD
            .call("POST", "/admin/refunds", 8)
            .admin()
            .key("for-the-receipt")
            .body("{\"orderId\":\"" + order + "\",\"amount\":" + amount + ",\"reason\":\"x\"}")
            .send();
    assertThat(made.status()).isEqualTo(201);
  }

  private Answer receipt(long who, String order) {
    return WORLD.call("GET", "/orders/" + order + "/receipt", who).send();
  }

  private static String amounts(JsonNode receipt) {
    return String.join(
        " ",
        List.of("share", "fee", "feeSupply", "feeVat", "total", "kept").stream()
            .map(name -> receipt.path(name).asText())
            .toList());
  }

  private static List<List<String>> table(String path, long who) {
    return rows(WORLD.call("GET", path, who).send());
  }

  private static List<List<String>> admin(String path) {
    return rows(WORLD.call("GET", path, 9).admin().send());
  }

  private static List<List<String>> rows(Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    return new ArrayList<>(
        answer.raw().lines().skip(1).map(line -> List.of(line.split(",", -1))).toList());
  }

  private static long sum(List<List<String>> rows, int column) {
    return rows.stream().mapToLong(row -> number(row, column)).sum();
  }

  private static long number(List<String> row, int column) {
    return Long.parseLong(row.get(column));
  }

  private static long ledger(String account) {
    return Long.parseLong(
        WORLD
            .texts(
                "select coalesce(sum(amount), 0)::text as text from ledger_postings where account = '"
                    + account
                    + "'")
            .get(0));
  }

  private String at(String path) {
    return "/parties/" + party + path;
  }
}
