package io.takewithott.payment.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.payment.bootpay.Receipt;
import io.takewithott.payment.bootpay.ReceiptStatus;
import io.takewithott.payment.money.Won;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
  /** Of 5,240 won. */
  private static final Order ORDER =
      new Order(
          "j1",
          "join",
          1,
          2,
          null,
          null,
          "party",
          new Won(4250),
          new Won(990),
          "awaiting",
          null,
          null,
          0,
          0,
          0,
          0,
          LocalDate.of(2026, 11, 21));

  @ParameterizedTest
  @CsvSource({
    // status, order, price, cancelled, currency, verdict
    "UNDER_WAY, j1, 5240, 0,    KRW, WAIT",
    "AGREED,    j1, 5240, 0,    KRW, APPROVE",
    "AGREED,    j1, 5241, 0,    KRW, FAIL",
    "AGREED,    j1, 1,    0,    KRW, FAIL",
    "AGREED,    j1, 5240, 0,    USD, FAIL",
    "PAID,      j1, 5240, 0,    KRW, PAY",
    "PAID,      j1, 6240, 0,    KRW, RETURN",
    "PAID,      j1, 5239, 0,    KRW, RETURN",
    "PAID,      j1, 5240, 0,    USD, RETURN",
    "CANCELLED, j1, 5240, 5240, KRW, FAIL",
    "CANCELLED, j1, 5240, 1000, KRW, RETURN",
    "FAILED,    j1, 5240, 0,    KRW, FAIL",
    "PAID,      j2, 5240, 0,    KRW, FOREIGN",
    "AGREED,    j2, 5240, 0,    KRW, FOREIGN"
  })
  void aReceiptMeans(
      ReceiptStatus status,
      String orderId,
      long price,
      long cancelled,
      String currency,
      Verdict verdict) {
    Receipt receipt =
        new Receipt("rc1", orderId, status, new Won(price), new Won(cancelled), currency, "");

    assertThat(Verdict.of(ORDER, receipt)).isEqualTo(verdict);
  }
}
