package io.takewithott.catalog.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The best plan, against plans made by hand and against trying everything. */
class RotationSearchTest {
  /** Titles are written by the letters of the services that they are on; A costs 10, B 7, C 5, D 3. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // months | budget | a month | titles           | seen | cost
        "  1      | 10     | 9       | A A B            | 2    | 10",
        "  2      | 10     | 9       | A A B            | 3    | 17",
        "  1      | 17     | 9       | A A B            | 3    | 17",
        "  1      | 9      | 9       | A A B            | 1    | 7",
        "  1      | 2      | 9       | A B C D          | 0    | 0",
        "  1      | 10     | 9       | AB B AB          | 3    | 7",
        "  1      | 10     | 1       | A A A            | 1    | 10",
        "  3      | 10     | 1       | A A A            | 3    | 30",
        "  2      | 20     | 2       | A B A B          | 4    | 17",
        "  3      | 20     | 2       | A A A B B B      | 6    | 34",
        "  12     | 10     | 9       | AB BC CD         | 3    | 10",
        "  12     | 10     | 9       | ABCD             | 1    | 3"
      })
  void theBestPlanIsFound(int months, int budget, int aMonth, String titles, int seen, int cost) {
    Rotation best = RotationSearch.best(problem(months, budget, aMonth, titles));

    assertThat(best.seen()).isEqualTo(seen);
    assertThat(best.costWon()).isEqualTo(cost);
    assertThat(best.months()).hasSizeLessThanOrEqualTo(months);
  }

  @Property(tries = 1500)
  void noPlanIsBetter(
      @ForAll @IntRange(min = 1, max = 4) int services,
      @ForAll @IntRange(min = 1, max = 3) int months,
      @ForAll @IntRange(min = 1, max = 3) int aMonth,
      @ForAll @IntRange(min = 1, max = 7) int titles,
      @ForAll long seed) {
    RotationProblem problem = drawn(services, months, aMonth, titles, new Random(seed));

    Rotation best = RotationSearch.best(problem);

    assertThat(value(best.seen(), best.costWon())).isEqualTo(new TryingEverything(problem).best());
    requirePossible(problem, best);
  }

  /** Sizes that people have: some twenty wishes on eight services at their prices, for up to a year. */
  @Property(tries = 120, seed = "20261121")
  void wishesOfPeopleArePlanned(
      @ForAll @IntRange(min = 1, max = 12) int months,
      @ForAll @IntRange(min = 2, max = 10) int aMonth,
      @ForAll @IntRange(min = 5, max = 20) int titles,
      @ForAll @IntRange(min = 6_000, max = 30_000) int budget,
      @ForAll long seed) {
    int[] prices = {7000, 5500, 7900, 7900, 9900, 7890, 8500, 6500};
    RotationProblem problem =
        of(months, budget, aMonth, prices, drawnTitles(8, titles, new Random(seed)));

    requirePossible(problem, RotationSearch.best(problem));
  }

  @Test
  void whatTakesTooLongIsRefused() {
    RotationProblem problem = drawn(8, 12, 3, 30, new Random(1));

    assertThatThrownBy(() -> RotationSearch.best(problem, 10))
        .isInstanceOf(TooEntangledException.class);
  }

  private static RotationProblem problem(int months, int budget, int aMonth, String titles) {
    TreeMap<Integer, Integer> classes = new TreeMap<>();
    for (String title : titles.split(" ")) {
      int mask = title.chars().map(letter -> 1 << (letter - 'A')).sum();
      classes.merge(mask, 1, Integer::sum);
    }
    return of(months, budget, aMonth, new int[] {10, 7, 5, 3}, classes);
  }

  private static RotationProblem drawn(
      int services, int months, int aMonth, int titles, Random random) {
    int[] prices = random.ints(services, 1, 15).toArray();
    TreeMap<Integer, Integer> classes = drawnTitles(services, titles, random);
    int budget = 5 + random.nextInt(25);
    return of(months, budget, aMonth, prices, classes);
  }

  private static TreeMap<Integer, Integer> drawnTitles(int services, int titles, Random random) {
    TreeMap<Integer, Integer> classes = new TreeMap<>();
    for (int i = 0; i < titles; i++) {
      int mask = 1 << random.nextInt(services);
      while (random.nextInt(3) == 0) {
        mask |= 1 << random.nextInt(services);
      }
      classes.merge(mask, 1, Integer::sum);
    }
    return classes;
  }

  private static RotationProblem of(
      int months, int budget, int aMonth, int[] prices, TreeMap<Integer, Integer> classes) {
    int[] masks =
        classes.keySet().stream()
            .sorted((a, b) -> Integer.compare(Integer.bitCount(a), Integer.bitCount(b)))
            .mapToInt(mask -> mask)
            .toArray();
    int[] counts = Arrays.stream(masks).map(classes::get).toArray();
    return new RotationProblem(months, budget, aMonth, prices, masks, counts);
  }

  private static long value(int seen, int cost) {
    return seen * 1_000_000L - cost;
  }

  /** Within the budget and the months, nothing seen twice or where it is not. */
  private static void requirePossible(RotationProblem problem, Rotation plan) {
    assertThat(plan.months()).hasSizeLessThanOrEqualTo(problem.months());
    int[] left = problem.counts().clone();
    for (Rotation.Month month : plan.months()) {
      assertThat(problem.price(month.held())).isEqualTo(month.costWon()).isLessThanOrEqualTo(problem.budgetWon());
      assertThat(month.seen()).isLessThanOrEqualTo(problem.titlesAMonth());
      for (int k = 0; k < left.length; k++) {
        left[k] -= month.watched()[k];
        assertThat(left[k]).isNotNegative();
        assertThat(month.watched()[k] == 0 || (problem.masks()[k] & month.held()) != 0).isTrue();
      }
    }
  }

  /** Every set of services in every month, and every way to see titles with them. */
  private static final class TryingEverything {
    private final RotationProblem problem;
    private final Map<String, Long> known = new HashMap<>();

    TryingEverything(RotationProblem problem) {
      this.problem = problem;
    }

    long best() {
      return best(problem.months(), problem.counts());
    }

    private long best(int months, int[] left) {
      if (months == 0) {
        return 0;
      }
      String key = months + Arrays.toString(left);
      Long there = known.get(key);
      if (there != null) {
        return there;
      }
      long best = 0;
      for (int held = 0; held < 1 << problem.prices().length; held++) {
        if (problem.price(held) <= problem.budgetWon()) {
          best =
              Math.max(
                  best,
                  watching(months, held, left, 0, problem.titlesAMonth()) - problem.price(held));
        }
      }
      known.put(key, best);
      return best;
    }

    private long watching(int months, int held, int[] left, int k, int room) {
      if (k == left.length) {
        return best(months - 1, left);
      }
      long best = watching(months, held, left, k + 1, room);
      if ((problem.masks()[k] & held) != 0) {
        int[] rest = left.clone();
        for (int count = 1; count <= Math.min(room, left[k]); count++) {
          rest[k]--;
          best = Math.max(best, value(count, 0) + watching(months, held, rest, k + 1, room - count));
        }
      }
      return best;
    }
  }
}
