package io.takewithott.payment;

import static io.takewithott.cloud.bootpay.BootpayFault.CANCELLED_BETWEEN;
import static io.takewithott.cloud.bootpay.BootpayFault.DECLINED;
import static io.takewithott.cloud.bootpay.BootpayFault.ERROR_AFTER;
import static io.takewithott.cloud.bootpay.BootpayFault.ERROR_BEFORE;
import static io.takewithott.cloud.bootpay.BootpayFault.LATE_AFTER;
import static io.takewithott.cloud.bootpay.BootpayFault.LATE_BEFORE;
import static io.takewithott.cloud.bootpay.BootpayFault.LOST;
import static io.takewithott.cloud.bootpay.BootpayFault.MALFORMED;
import static io.takewithott.cloud.bootpay.BootpayFault.TWICE;
import static io.takewithott.cloud.bootpay.BootpayFault.WRONG_AMOUNT;
import static io.takewithott.cloud.bootpay.BootpayFault.WRONG_CURRENCY;
import static io.takewithott.cloud.bootpay.BootpayPlace.CANCEL;
import static io.takewithott.cloud.bootpay.BootpayPlace.CHARGE;
import static io.takewithott.cloud.bootpay.BootpayPlace.CONFIRM;
import static io.takewithott.cloud.bootpay.BootpayPlace.LOOKUP;
import static io.takewithott.cloud.bootpay.BootpayPlace.RECEIPT;
import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.cloud.bootpay.BootpayFault;
import io.takewithott.cloud.bootpay.BootpayPlace;
import io.takewithott.cloud.bootpay.BootpayReceipt;
import io.takewithott.payment.PaymentWorld.Answer;
import io.takewithott.testing.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Everything that the provider can do wrong, and what came of it: at once, and when what was begun
 * has been finished. The table is written to {@code target/bootpay-faults.md}.
 */
class FaultTableTest {
  @RegisterExtension static final PaymentWorld WORLD = new PaymentWorld();

  private static final Invariants INVARIANTS = new Invariants(WORLD);
  private static final List<String> TABLE = new ArrayList<>();
  private static final int LATE_MILLIS = 2500;

  @BeforeAll
  static void prepare() {
    INVARIANTS.prepare();
  }

  /** What is asked for, what goes wrong, the answer, the order at last, and won held at last. */
  private record Row(
      BootpayPlace place, BootpayFault fault, String answer, String order, long held) {}

  private static final List<Row> JOINING =
      List.of(
          new Row(CONFIRM, LATE_BEFORE, "202", "paid", 9490),
          new Row(CONFIRM, LATE_AFTER, "202", "paid", 9490),
          new Row(CONFIRM, LOST, "202", "paid", 9490),
          new Row(CONFIRM, ERROR_BEFORE, "202", "paid", 9490),
          new Row(CONFIRM, ERROR_AFTER, "202", "paid", 9490),
          new Row(CONFIRM, MALFORMED, "202", "paid", 9490),
          new Row(CONFIRM, WRONG_AMOUNT, "409 PAYMENT_FAILED", "returned", 0),
          new Row(CONFIRM, WRONG_CURRENCY, "409 PAYMENT_FAILED", "returned", 0),
          new Row(CONFIRM, CANCELLED_BETWEEN, "409 PAYMENT_FAILED", "failed", 0),
          new Row(CONFIRM, TWICE, "200", "paid, returned", 9490),
          new Row(CONFIRM, DECLINED, "409 PAYMENT_FAILED", "failed", 0),
          new Row(RECEIPT, LATE_BEFORE, "503 UNAVAILABLE", "expired", 0),
          new Row(RECEIPT, ERROR_BEFORE, "503 UNAVAILABLE", "expired", 0),
          new Row(RECEIPT, MALFORMED, "503 UNAVAILABLE", "expired", 0));

  private static final List<Row> CHARGING =
      List.of(
          new Row(CHARGE, LATE_BEFORE, "asked", "failed, paid", 18980),
          new Row(CHARGE, LATE_AFTER, "asked", "paid", 18980),
          new Row(CHARGE, LOST, "asked", "paid", 18980),
          new Row(CHARGE, ERROR_BEFORE, "asked", "failed, paid", 18980),
          new Row(CHARGE, ERROR_AFTER, "asked", "paid", 18980),
          new Row(CHARGE, MALFORMED, "asked", "paid", 18980),
          new Row(CHARGE, WRONG_AMOUNT, "returning", "returned, paid", 18980),
          new Row(CHARGE, WRONG_CURRENCY, "returning", "returned, paid", 18980),
          new Row(CHARGE, CANCELLED_BETWEEN, "failed", "failed, paid", 18980),
          new Row(CHARGE, TWICE, "paid", "paid, returned", 18980),
          new Row(CHARGE, DECLINED, "failed", "failed, paid", 18980));

  private static final List<Row> GIVING_BACK =
      List.of(
          new Row(CANCEL, LATE_BEFORE, "open", "done", 3830),
          new Row(CANCEL, LATE_AFTER, "open", "done", 3830),
          new Row(CANCEL, LOST, "open", "done", 3830),
          new Row(CANCEL, ERROR_BEFORE, "open", "done", 3830),
          new Row(CANCEL, ERROR_AFTER, "open", "done", 3830),
          new Row(CANCEL, MALFORMED, "open", "done", 3830),
          new Row(CANCEL, DECLINED, "open", "done", 3830));

  @TestFactory
  List<DynamicTest> joining() {
    return JOINING.stream().map(row -> test("join", row, () -> join(row))).toList();
  }

  @TestFactory
  List<DynamicTest> charging() {
    return CHARGING.stream().map(row -> test("charge", row, () -> charge(row))).toList();
  }

  @TestFactory
  List<DynamicTest> givingBack() {
    return GIVING_BACK.stream().map(row -> test("give back", row, () -> giveBack(row))).toList();
  }

  private static DynamicTest test(String what, Row row, java.util.function.Supplier<Row> run) {
    return DynamicTest.dynamicTest(
        row.place + " " + row.fault,
        () -> {
          WORLD.reset();
          Row observed = run.get();
          TABLE.add(
              "| %s | %s %s | %s | %s | %d | %s |"
                  .formatted(
                      what,
                      row.place,
                      row.fault,
                      observed.answer,
                      observed.order,
                      observed.held,
                      INVARIANTS.unexplained().isEmpty() ? "agree" : "DIFFER"));
          assertThat(INVARIANTS.unexplained()).isEmpty();
          assertThat(observed).isEqualTo(row);
        });
  }

  private static Row join(Row row) {
    long party = WORLD.party(2);
    Answer order = WORLD.joining(party, 2);
    String receiptId = WORLD.agree(order);
    misbehave(row);
    Answer answer = WORLD.confirm(2, order.body().path("orderId").asText(), receiptId);
    finish();
    return new Row(row.place, row.fault, answer.brief(), orders("join"), held());
  }

  private static Row charge(Row row) {
    long party = WORLD.party(2);
    WORLD.join(party, 2);
    WORLD.card(2);
    WORLD.pass(Duration.ofDays(30));
    misbehave(row);
    WORLD.bill();
    String first = orders("cycle");
    finish();
    WORLD.bill();
    WORLD.recover();
    return new Row(row.place, row.fault, first, orders("cycle"), held());
  }

  private static Row giveBack(Row row) {
    long party = WORLD.party(2);
    WORLD.join(party, 2);
    WORLD.pass(Duration.ofDays(10));
    misbehave(row);
    WORLD.call("POST", "/parties/" + party + "/leave", 2).body("{\"when\":\"now\"}").send();
    String first = refunds();
    finish();
    return new Row(row.place, row.fault, first, refunds(), held());
  }

  /** Reads are tried twice, so that they have to fail twice. */
  private static void misbehave(Row row) {
    boolean reads = row.place == RECEIPT || row.place == LOOKUP;
    WORLD.faults().order(row.place, row.fault, reads ? 2 : 1, LATE_MILLIS);
  }

  private static void finish() {
    WORLD.pass(Duration.ofMinutes(11));
    WORLD.recover();
    WORLD.reconcile();
    WORLD.pass(Duration.ofDays(1));
    WORLD.recover();
  }

  private static String orders(String kind) {
    return String.join(
        ", ",
        WORLD.texts(
            "select state as text from payment_orders where kind = '"
                + kind
                + "' order by created_at, order_id"));
  }

  private static String refunds() {
    return String.join(", ", WORLD.texts("select state as text from refunds order by refund_id"));
  }

  private static long held() {
    return WORLD.book().all().stream().mapToLong(BootpayReceipt::held).sum();
  }

  @AfterAll
  static void write() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| asked for | what goes wrong | at once | when finished | won held | ledger and provider |");
    lines.add("|---|---|---|---|---|---|");
    lines.addAll(TABLE);
    Path file = Checkout.root().resolve("functions/payment/target/bootpay-faults.md");
    Files.write(file, lines);
  }
}
