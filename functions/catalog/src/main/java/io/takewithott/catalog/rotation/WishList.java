package io.takewithott.catalog.rotation;

import io.takewithott.catalog.value.OfferStore.Plan;
import io.takewithott.catalog.value.OfferStore.Title;
import io.takewithott.catalog.value.PricedOffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Wishes sorted by where they can be seen: for each service its cheapest offer within the budget,
 * and for each set of services the wished titles that are on just these.
 */
final class WishList {
  private final List<Plan> offers;
  private final Map<Integer, List<Title>> classes;
  private final List<Title> nowhere = new ArrayList<>();
  private final List<Title> tooDear = new ArrayList<>();

  /**
   * @param wishes the dearest first
   * @param plans of all services
   */
  WishList(List<Title> wishes, Collection<Plan> plans, int budgetWon) {
    Map<String, Plan> cheapest = cheapest(plans);
    this.offers =
        cheapest.values().stream()
            .filter(plan -> plan.monthlyWon() <= budgetWon)
            .filter(plan -> wishes.stream().anyMatch(wish -> isOn(wish, plan)))
            .toList();
    this.classes =
        new TreeMap<>(
            Comparator.comparingInt((Integer mask) -> Integer.bitCount(mask))
                .thenComparing(mask -> mask));
    for (Title wish : wishes) {
      int mask = mask(wish);
      if (mask != 0) {
        classes.computeIfAbsent(mask, key -> new ArrayList<>()).add(wish);
      } else if (wish.services().stream().anyMatch(cheapest::containsKey)) {
        tooDear.add(wish);
      } else {
        nowhere.add(wish);
      }
    }
  }

  private static Map<String, Plan> cheapest(Collection<Plan> plans) {
    Map<String, Plan> cheapest = new LinkedHashMap<>();
    plans.stream()
        .sorted(Comparator.comparingInt(Plan::monthlyWon).thenComparing(Plan::plan))
        .forEach(plan -> cheapest.putIfAbsent(plan.service(), plan));
    return cheapest;
  }

  private static boolean isOn(Title wish, Plan plan) {
    return wish.services().contains(plan.service());
  }

  private int mask(Title wish) {
    int mask = 0;
    for (int service = 0; service < offers.size(); service++) {
      mask |= isOn(wish, offers.get(service)) ? 1 << service : 0;
    }
    return mask;
  }

  /** The offers, in the order of the problem's bits. */
  List<Plan> offers() {
    return offers;
  }

  int[] masks() {
    return classes.keySet().stream().mapToInt(Integer::intValue).toArray();
  }

  /** The titles of a class, the dearest first. */
  List<Title> titles(int index) {
    return Objects.requireNonNull(classes.get(masks()[index]));
  }

  /** On no service whose price is known. */
  List<Title> nowhere() {
    return nowhere;
  }

  /** Only on services beyond the budget. */
  List<Title> tooDear() {
    return tooDear;
  }

  RotationProblem problem(int months, int budgetWon, int titlesAMonth) {
    int[] prices =
        offers.stream().map(Plan::offer).mapToInt(PricedOffer::monthlyWon).toArray();
    int[] masks = masks();
    int[] counts = Arrays.stream(masks).map(mask -> classes.getOrDefault(mask, List.of()).size()).toArray();
    return new RotationProblem(months, budgetWon, titlesAMonth, prices, masks, counts);
  }
}
