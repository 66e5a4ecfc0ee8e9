package io.takewithott.payment.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.payment.money.Won;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefundTest {
  private static final Won SHARE = new Won(4250);
  private static final Won FEE = new Won(990);

  @ParameterizedTest
  @CsvSource({
    // of 30 days served, how, to the host, of the share, of the fee
    "0,  LEFT,    0,    4250, 0",
    "0,  CLAIM,   0,    4250, 990",
    "1,  LEFT,    142,  4108, 0",
    "10, LEFT,    1420, 2830, 0",
    "10, REMOVED, 1420, 2830, 660",
    "20, CLOSED,  2840, 1410, 330",
    "30, LEFT,    4250, 0,    0",
    "30, CLOSED,  4250, 0,    0"
  })
  void theDaysServedAreTheHostsAndTheRestComesBack(
      int served, Leaving leaving, long toHost, long share, long fee) {
    assertThat(Refund.of(SHARE, FEE, 30, served, leaving))
        .isEqualTo(new Refund(new Won(toHost), new Won(share), new Won(fee)));
  }

  @ParameterizedTest
  @CsvSource({"28", "29", "30", "31"})
  void nothingIsEverLostOrMade(int days) {
    for (int amount = 0; amount < 200; amount++) {
      for (int served = 0; served <= days; served++) {
        for (Leaving leaving : Leaving.values()) {
          Refund refund = Refund.of(new Won(amount), new Won(amount), days, served, leaving);
          assertThat(refund.toHost().plus(refund.share())).isEqualTo(new Won(amount));
          assertThat(refund.fee()).isLessThanOrEqualTo(new Won(amount));
        }
      }
    }
  }
}
