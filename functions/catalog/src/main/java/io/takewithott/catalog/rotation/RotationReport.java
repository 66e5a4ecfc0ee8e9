package io.takewithott.catalog.rotation;

import io.takewithott.catalog.rotation.RotationResponse.Held;
import io.takewithott.catalog.rotation.RotationResponse.Left;
import io.takewithott.catalog.rotation.RotationResponse.PlannedMonth;
import io.takewithott.catalog.rotation.RotationResponse.Reason;
import io.takewithott.catalog.rotation.RotationResponse.Text;
import io.takewithott.catalog.rotation.RotationResponse.Unused;
import io.takewithott.catalog.rotation.RotationResponse.Wished;
import io.takewithott.catalog.value.OfferStore.Plan;
import io.takewithott.catalog.value.OfferStore.Title;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The best plan in words: who is seen where and when, and why each service is held, which is found
 * by planning once more without it.
 */
final class RotationReport {
  private final WishList wishes;
  private final RotationProblem problem;
  private final YearMonth start;

  RotationReport(WishList wishes, RotationProblem problem, YearMonth start) {
    this.wishes = wishes;
    this.problem = problem;
    this.start = start;
  }

  RotationResponse response(List<Left> unknown) {
    Rotation best = RotationSearch.best(problem);
    int[] taken = new int[problem.masks().length];
    List<PlannedMonth> months = new ArrayList<>();
    for (int i = 0; i < problem.months(); i++) {
      YearMonth month = start.plusMonths(i);
      months.add(
          i < best.months().size()
              ? planned(month, best.months().get(i), taken)
              : new PlannedMonth(month, 0, List.of()));
    }
    List<Left> left = new ArrayList<>(unknown);
    wishes.nowhere().forEach(title -> left.add(new Left("NOWHERE", wished(title))));
    wishes.tooDear().forEach(title -> left.add(new Left("OVER_BUDGET", wished(title))));
    for (int k = 0; k < taken.length; k++) {
      List<Title> titles = wishes.titles(k);
      titles
          .subList(taken[k], titles.size())
          .forEach(title -> left.add(new Left("NO_ROOM", wished(title))));
    }
    return new RotationResponse(
        best.seen(),
        best.seen() + left.size(),
        best.costWon(),
        months,
        reasons(best),
        unused(best),
        left);
  }

  /** Titles are seen where nothing else would show them, or else where it is cheapest. */
  private PlannedMonth planned(YearMonth month, Rotation.Month best, int[] taken) {
    Map<Integer, List<Wished>> there = new TreeMap<>();
    for (int k = 0; k < taken.length; k++) {
      int by = problem.masks()[k] & best.held();
      List<Title> titles =
          wishes.titles(k).subList(taken[k], taken[k] + best.watched()[k]);
      taken[k] += best.watched()[k];
      if (!titles.isEmpty()) {
        there
            .computeIfAbsent(cheapest(by), service -> new ArrayList<>())
            .addAll(titles.stream().map(RotationReport::wished).toList());
      }
    }
    List<Held> held =
        there.entrySet().stream()
            .map(service -> held(wishes.offers().get(service.getKey()), service.getValue()))
            .toList();
    return new PlannedMonth(month, best.costWon(), held);
  }

  private int cheapest(int services) {
    int cheapest = Integer.numberOfTrailingZeros(services);
    for (int service = cheapest; service < problem.prices().length; service++) {
      boolean among = (services >> service & 1) == 1;
      cheapest =
          among && problem.prices()[service] < problem.prices()[cheapest] ? service : cheapest;
    }
    return cheapest;
  }

  private static Held held(Plan plan, List<Wished> titles) {
    return new Held(
        plan.service(),
        plan.serviceName(),
        plan.plan(),
        plan.name(),
        plan.monthlyWon(),
        plan.basis(),
        titles);
  }

  private List<Reason> reasons(Rotation best) {
    List<Reason> reasons = new ArrayList<>();
    for (int service = 0; service < problem.prices().length; service++) {
      int bit = 1 << service;
      int months = (int) best.months().stream().filter(m -> (m.held() & bit) != 0).count();
      if (months > 0) {
        Plan plan = wishes.offers().get(service);
        reasons.add(reason(plan, months, onlyOn(bit), best, without(service)));
      }
    }
    return reasons;
  }

  /** Nothing where that would take long to find out: the plan is good without it. */
  private Optional<Rotation> without(int service) {
    try {
      return Optional.of(
          RotationSearch.best(problem.without(service), RotationSearch.MOST_STEPS / 5));
    } catch (TooEntangledException unknown) {
      return Optional.empty();
    }
  }

  private static Reason reason(
      Plan plan, int months, List<Wished> only, Rotation best, Optional<Rotation> without) {
    Optional<Integer> fewer = without.map(other -> best.seen() - other.seen());
    Optional<Integer> more =
        without.map(other -> other.seen() < best.seen() ? 0 : other.costWon() - best.costWon());
    Text text =
        without
            .map(other -> why(plan.serviceName(), fewer.orElse(0), more.orElse(0)))
            .orElseGet(
                () ->
                    new Text(
                        "보고 싶은 작품이 %s에 있습니다.".formatted(plan.serviceName()),
                        "%s has titles that you wish for.".formatted(plan.serviceName())));
    return new Reason(plan.service(), months, fewer, more, only, text);
  }

  private List<Wished> onlyOn(int bit) {
    List<Wished> only = new ArrayList<>();
    for (int k = 0; k < problem.masks().length; k++) {
      if (problem.masks()[k] == bit) {
        wishes.titles(k).forEach(title -> only.add(wished(title)));
      }
    }
    return only;
  }

  private static Text why(String name, int fewer, int more) {
    if (fewer > 0) {
      return new Text(
          "%s 없이는 %d편을 덜 보게 됩니다.".formatted(name, fewer),
          "Without %s you would see %d fewer.".formatted(name, fewer));
    }
    if (more > 0) {
      return new Text(
          "%s 없이 같은 편수를 보려면 %,d원이 더 듭니다.".formatted(name, more),
          "Without %s, seeing as many would cost %,d won more.".formatted(name, more));
    }
    return new Text(
        "%s 대신 값이 같은 다른 선택도 있습니다.".formatted(name),
        "Another choice would do as well as %s, for the same money.".formatted(name));
  }

  private List<Unused> unused(Rotation best) {
    List<Unused> unused = new ArrayList<>();
    for (int service = 0; service < problem.prices().length; service++) {
      int bit = 1 << service;
      if (best.months().stream().noneMatch(month -> (month.held() & bit) != 0)) {
        Plan plan = wishes.offers().get(service);
        unused.add(
            new Unused(
                plan.service(),
                plan.serviceName(),
                plan.monthlyWon(),
                "NOT_NEEDED",
                new Text(
                    "%s이(가) 있어도 더 많이 보거나 덜 내지 않습니다.".formatted(plan.serviceName()),
                    "With %s you would neither see more nor pay less."
                        .formatted(plan.serviceName()))));
      }
    }
    return unused;
  }

  private static Wished wished(Title title) {
    return new Wished(title.titleId(), Optional.of(title.title()));
  }
}
