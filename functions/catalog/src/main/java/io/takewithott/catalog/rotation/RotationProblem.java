package io.takewithott.catalog.rotation;

import java.util.Arrays;

/**
 * What is wished for and what it costs, in numbers. Services are bits; titles that are on the same
 * services are one class, for which of them is seen makes no difference here.
 *
 * @param budgetWon of one month, for all services held in it
 * @param titlesAMonth how many can be seen in one month
 * @param prices of a month of each service
 * @param masks of each class, the services that its titles are on; none empty, all different, those
 *     with fewer services first
 * @param counts how many titles each class has
 */
record RotationProblem(
    int months, int budgetWon, int titlesAMonth, int[] prices, int[] masks, int[] counts) {
  static final int MOST_MONTHS = 12;
  static final int MOST_SERVICES = 12;
  static final int MOST_TITLES = 40;

  RotationProblem {
    boolean fits =
        months >= 1
            && months <= MOST_MONTHS
            && budgetWon >= 0
            && titlesAMonth >= 1
            && prices.length <= MOST_SERVICES
            && masks.length == counts.length
            && Arrays.stream(counts).allMatch(count -> count >= 1)
            && Arrays.stream(counts).sum() <= MOST_TITLES
            && Arrays.stream(masks).allMatch(mask -> mask > 0 && mask < 1 << prices.length);
    if (!fits) {
      throw new IllegalArgumentException("A rotation plan of this size or shape is not possible");
    }
  }

  /** The same wishes where one service cannot be had; its titles may be gone altogether. */
  RotationProblem without(int service) {
    int[] left = Arrays.stream(masks).map(mask -> mask & ~(1 << service)).toArray();
    int[] distinct =
        Arrays.stream(left)
            .filter(mask -> mask > 0)
            .distinct()
            .boxed()
            .sorted((a, b) -> Integer.compare(Integer.bitCount(a), Integer.bitCount(b)))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] titles = new int[distinct.length];
    for (int i = 0; i < distinct.length; i++) {
      for (int k = 0; k < left.length; k++) {
        titles[i] += left[k] == distinct[i] ? counts[k] : 0;
      }
    }
    return new RotationProblem(months, budgetWon, titlesAMonth, prices, distinct, titles);
  }

  int price(int held) {
    int price = 0;
    for (int service = 0; service < prices.length; service++) {
      price += (held >> service & 1) * prices[service];
    }
    return price;
  }
}
