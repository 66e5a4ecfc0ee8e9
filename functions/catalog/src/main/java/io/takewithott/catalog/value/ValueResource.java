package io.takewithott.catalog.value;

import io.takewithott.catalog.ranking.RankingStore;
import io.takewithott.catalog.value.OfferStore.Plan;
import io.takewithott.catalog.value.OfferStore.Shelf;
import io.takewithott.catalog.value.OfferStore.Title;
import io.takewithott.catalog.value.Valuation.Candidate;
import io.takewithott.catalog.value.ValueResponse.PlanValue;
import io.takewithott.catalog.value.ValueResponse.ServiceValue;
import io.takewithott.catalog.value.ValueResponse.ValuedTitle;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Caller;
import io.takewithott.core.http.Freshness;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.core.ranking.RankedTitle;
import io.takewithott.core.ranking.Ranking;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What each service is worth to the viewer, per won. Predictions come from the cached ranking; who
 * has none gets everybody's, and without any ranking it is what people in general think of popular
 * titles. At most two object reads and one database call.
 */
public final class ValueResource {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  /** As many as a ranking holds at its best. */
  private static final int POPULAR = 300;

  private final OfferStore offers;
  private final RankingStore rankings;
  private final InstantSource clock;

  public ValueResource(OfferStore offers, RankingStore rankings, InstantSource clock) {
    this.offers = offers;
    this.rankings = rankings;
    this.clock = clock;
  }

  /** {@code ?ads=false} leaves plans with advertisements out. */
  public Response value(Request request) {
    boolean ads = ads(request);
    long viewer = request.caller().map(Caller::userId).orElse(Ranking.EVERYBODY);
    Optional<Ranking> ranking = rankings.find(viewer);
    Map<Long, Double> predicted = new HashMap<>();
    ranking.stream()
        .flatMap(found -> found.titles().stream())
        .forEach((RankedTitle title) -> predicted.put(title.titleId(), title.stars()));
    Shelf shelf =
        offers.read(
            predicted.keySet(),
            viewer,
            predicted.isEmpty() ? POPULAR : 0,
            LocalDate.ofInstant(clock.instant(), SEOUL));
    String basis =
        ranking
            .map(found -> found.userId() == Ranking.EVERYBODY ? "popular" : "personal")
            .orElse("catalogue");
    Freshness freshness = viewer == Ranking.EVERYBODY ? Freshness.PUBLIC_MINUTE : Freshness.PRIVATE;
    return freshness
        .of(request, Response.ok(response(basis, shelf, predicted, ads)))
        .withHeader("vary", "authorization");
  }

  private static boolean ads(Request request) {
    String ads = request.query("ads").orElse("true");
    if (ads.equals("true") || ads.equals("false")) {
      return ads.equals("true");
    }
    throw new AppException(ErrorCode.INVALID_VALUE, "ads is true or false", Map.of("field", "ads"));
  }

  private static ValueResponse response(
      String basis, Shelf shelf, Map<Long, Double> predicted, boolean ads) {
    double mean = Enjoyment.mean(shelf.taste().ratings(), shelf.taste().stars());
    Map<Long, Title> titles = new HashMap<>();
    Map<String, List<Candidate>> there = new HashMap<>();
    for (Title title : shelf.titles()) {
      if (title.allowed() && !title.rated()) {
        titles.put(title.titleId(), title);
        double stars = predicted.getOrDefault(title.titleId(), title.esteemStars());
        title
            .services()
            .forEach(
                service ->
                    there
                        .computeIfAbsent(service, key -> new ArrayList<>())
                        .add(new Candidate(title.titleId(), stars)));
      }
    }
    Map<String, List<Plan>> plans = new LinkedHashMap<>();
    Stream.concat(shelf.plans().stream(), shelf.seats().stream())
        .filter(plan -> ads || !plan.withAds())
        .sorted(Comparator.comparingInt(Plan::monthlyWon).thenComparing(Plan::plan))
        .forEach(plan -> plans.computeIfAbsent(plan.service(), key -> new ArrayList<>()).add(plan));
    List<ServiceValue> services =
        plans.entrySet().stream()
            .map(
                service ->
                    Valuation.of(
                        service.getValue().get(0).offer(),
                        there.getOrDefault(service.getKey(), List.of()),
                        mean))
            .sorted(Valuation.BY_VALUE)
            .map(best -> service(best, plans, titles))
            .toList();
    return new ValueResponse(basis, rounded(mean), services);
  }

  private static ServiceValue service(
      Valuation best, Map<String, List<Plan>> plans, Map<Long, Title> titles) {
    List<Plan> all = Objects.requireNonNull(plans.get(best.offer().service()));
    return new ServiceValue(
        best.offer().service(),
        all.get(0).serviceName(),
        rounded(best.enjoyment()),
        best.enjoyable(),
        best.perThousandWon().map(ValueResource::rounded),
        all.stream()
            .map(
                plan ->
                    new PlanValue(
                        plan.plan(),
                        plan.name(),
                        plan.monthlyWon(),
                        plan.withAds(),
                        rounded(best.enjoyment() * 1000 / plan.monthlyWon()),
                        plan.basis(),
                        plan.asOf(),
                        plan.partyId()))
            .toList(),
        best.best().stream()
            .map(title -> valued(Objects.requireNonNull(titles.get(title.titleId())), title))
            .toList());
  }

  private static ValuedTitle valued(Title title, Candidate candidate) {
    return new ValuedTitle(
        title.titleId(), title.title(), title.year(), title.poster(), candidate.predictedStars());
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
