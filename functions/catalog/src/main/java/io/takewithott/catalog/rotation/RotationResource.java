package io.takewithott.catalog.rotation;

import io.takewithott.catalog.rotation.RotationResponse.Left;
import io.takewithott.catalog.rotation.RotationResponse.Wished;
import io.takewithott.catalog.value.OfferStore;
import io.takewithott.catalog.value.OfferStore.Plan;
import io.takewithott.catalog.value.OfferStore.Shelf;
import io.takewithott.catalog.value.OfferStore.Title;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plans which services to hold when, for a wish list. One database call. */
public final class RotationResource {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  private final OfferStore offers;
  private final InstantSource clock;

  public RotationResource(OfferStore offers, InstantSource clock) {
    this.offers = offers;
    this.clock = clock;
  }

  public Response plan(Request request) {
    long viewer = request.requireCaller().userId();
    RotationRequest wanted = request.body(RotationRequest.class);
    List<Long> wishes = wanted.wishes();
    int months = wanted.monthsToPlan();
    int budget = wanted.budget();
    int titlesAMonth = wanted.titlesAMonth();
    Optional<YearMonth> start = wanted.firstMonth();
    LocalDate today = LocalDate.ofInstant(clock.instant(), SEOUL);
    Shelf shelf = offers.read(wishes, viewer, 0, today);
    Map<Long, Title> known =
        shelf.titles().stream().collect(Collectors.toMap(Title::titleId, Function.identity()));
    List<Plan> plans =
        shelf.plans().stream().filter(plan -> wanted.withAds() || !plan.withAds()).toList();
    WishList list =
        new WishList(
            wishes.stream().flatMap(id -> Stream.ofNullable(known.get(id))).toList(),
            plans,
            budget);
    requireFew(list);
    RotationReport report =
        new RotationReport(
            list, list.problem(months, budget, titlesAMonth), start.orElse(YearMonth.from(today)));
    List<Left> unknown =
        wishes.stream()
            .filter(id -> !known.containsKey(id))
            .map(id -> new Left("UNKNOWN", new Wished(id, Optional.empty())))
            .toList();
    return Response.ok(answered(report, unknown));
  }

  private static RotationResponse answered(RotationReport report, List<Left> unknown) {
    try {
      return report.response(unknown);
    } catch (TooEntangledException refused) {
      throw new AppException(
          ErrorCode.INVALID_VALUE,
          "These wishes are too many to plan exactly: wish for fewer titles, plan fewer months, or"
              + " see more a month",
          Map.of("field", "titleIds"),
          refused);
    }
  }

  private static void requireFew(WishList list) {
    if (list.offers().size() > RotationProblem.MOST_SERVICES) {
      throw new AppException(
          ErrorCode.INVALID_VALUE,
          "These wishes are on more than "
              + RotationProblem.MOST_SERVICES
              + " services: wish for fewer titles",
          Map.of("field", "titleIds"));
    }
  }
}
