package io.takewithott.payment.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderStateTest {
  @Test
  void theMovesAreThese() {
    assertThat(
            Stream.of(OrderState.values())
                .map(
                    from ->
                        from
                            + " "
                            + Stream.of(OrderState.values())
                                .map(to -> from.next().contains(to) ? "x" : ".")
                                .collect(Collectors.joining()))
                .toList())
        .containsExactly(
            // AWAITING, ASKED, PAID, FAILED, EXPIRED, RETURNING, RETURNED
            "AWAITING .xxxxx.",
            "ASKED ..xx.x.",
            "PAID .......",
            "FAILED .....x.",
            "EXPIRED .....x.",
            "RETURNING ......x",
            "RETURNED .......");
  }

  @Test
  void aMoveSaysInSqlWhereItComesFrom() {
    assertThat(OrderState.RETURNING.from()).isEqualTo("'awaiting', 'asked', 'failed', 'expired'");
    assertThat(OrderState.PAID.from()).isEqualTo("'awaiting', 'asked'");
  }
}
