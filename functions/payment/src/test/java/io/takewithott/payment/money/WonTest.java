package io.takewithott.payment.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class WonTest {
  @Test
  void everyPriceIsDividedAmongEveryNumberOfMembersToTheWon() {
    for (int price = 1; price <= 20_000; price++) {
      for (int members = 1; members <= 10; members++) {
        List<Won> shares = new Won(price).split(members);
        long sum = shares.stream().mapToLong(Won::amount).sum();
        long most = shares.get(0).amount();
        long least = shares.get(members - 1).amount();
        if (shares.size() != members || sum != price || most - least > 1 || most < least) {
          throw new AssertionError(price + " among " + members + ": " + shares);
        }
      }
    }
  }

  @Test
  void theFirstPartsTogetherAreTheirSum() {
    for (int amount : new int[] {0, 1, 29, 30, 31, 4250, 19_999}) {
      for (int days = 28; days <= 31; days++) {
        long sum = 0;
        for (int day = 0; day < days; day++) {
          assertThat(new Won(amount).first(day, days).amount()).isEqualTo(sum);
          sum += new Won(amount).part(day, days).amount();
        }
        assertThat(new Won(amount).first(days, days).amount()).isEqualTo(sum).isEqualTo(amount);
      }
    }
  }

  @Test
  void seventeenThousandAmongFourIsFourTimesTheSame() {
    assertThat(new Won(17_000).split(4)).containsOnly(new Won(4250));
    assertThat(new Won(17_000).split(3))
        .extracting(Won::amount)
        .containsExactly(5667L, 5667L, 5666L);
  }

  @Test
  void lessThanNothingIsNoAmount() {
    assertThatThrownBy(() -> new Won(1).minus(new Won(2))).hasMessage("-1 won are no amount");
    assertThatThrownBy(() -> new Won(1).split(2).get(0).part(2, 2))
        .hasMessage("There is no part 2 of 2");
  }
}
