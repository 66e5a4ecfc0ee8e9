package io.takewithott.catalog.home;

import io.takewithott.catalog.home.HomeResponse.HomeCard;
import io.takewithott.catalog.home.HomeResponse.HomeRow;
import io.takewithott.catalog.home.HomeResponse.RankingState;
import io.takewithott.catalog.ranking.RankingStore;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Caller;
import io.takewithott.core.http.Freshness;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.core.metrics.Measured;
import io.takewithott.core.metrics.Metric;
import io.takewithott.core.ranking.RankedRow;
import io.takewithott.core.ranking.RankedTitle;
import io.takewithott.core.ranking.Ranking;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The home page: the cached ranking with the titles it names. At most two object reads and one
 * database call.
 */
public final class HomeResource {
  private static final Logger LOG = LoggerFactory.getLogger(HomeResource.class);

  /** Popular titles at hand, should a ranking turn out to have too little to show. */
  private static final int SPARE = 40;

  /** The hero is one of the page's first titles: further down a clip is no recommendation. */
  private static final int HERO_CANDIDATES = 8;

  private final HomeStore titles;
  private final RankingStore rankings;
  private final InstantSource clock;

  public HomeResource(HomeStore titles, RankingStore rankings, InstantSource clock) {
    this.titles = titles;
    this.rankings = rankings;
    this.clock = clock;
  }

  /**
   * {@code ?alpha=} leans the page towards what everybody likes, 0, or what only the viewer's own
   * titles say, 1; it is read from the stored ranking, no model is loaded for it.
   */
  public Response home(Request request) {
    Optional<Double> alpha = request.query("alpha").map(HomeResource::alpha);
    long viewer = request.caller().map(Caller::userId).orElse(Ranking.EVERYBODY);
    HomeResponse page =
        rankings
            .find(viewer)
            .map(ranking -> ranked(ranking, alpha, viewer))
            .orElseGet(() -> unranked(viewer));
    Freshness freshness = viewer == Ranking.EVERYBODY ? Freshness.PUBLIC_MINUTE : Freshness.PRIVATE;
    return freshness.of(request, Response.ok(page)).withHeader("vary", "authorization");
  }

  private static double alpha(String text) {
    if (text.matches("0(\\.\\d{1,6})?|1(\\.0{1,6})?")) {
      return Double.parseDouble(text);
    }
    throw new AppException(
        ErrorCode.INVALID_VALUE,
        "alpha goes from 0, what everybody likes, to 1, what only your own titles say, with at most"
            + " 6 decimals",
        Map.of("field", "alpha"));
  }

  public void warmUp() {
    titles.view(List.of(), Ranking.EVERYBODY, 1, 1, clock.instant());
    rankings.find(Ranking.EVERYBODY);
  }

  private HomeResponse ranked(Ranking ranking, Optional<Double> wanted, long viewer) {
    Optional<Double> alpha = wanted.filter(given -> LeaningPage.isPossible(ranking));
    List<RankedRow> page = LeaningPage.rows(ranking, alpha.orElse(RankedTitle.LEARNED_ALPHA));
    List<HomeTitle> found =
        titles.view(RankedPage.mentioned(ranking, page), viewer, SPARE, 0, clock.instant());
    List<HomeRow> rows = new RankedPage(ranking, found).rows(page);
    boolean personal = ranking.userId() != Ranking.EVERYBODY;
    measure(ranking, personal);
    boolean current =
        viewer == Ranking.EVERYBODY
            || (personal ? ranking.tasteVersion() : 0) >= tasteVersion(found);
    RankingState state =
        new RankingState(
            personal ? "personal" : "popular",
            Optional.of(ranking.modelVersion()),
            personal ? ranking.tasteVersion() : 0,
            current,
            alpha);
    return response(state, rows, found);
  }

  private void measure(Ranking ranking, boolean personal) {
    long age = Math.max(0, Duration.between(ranking.rankedAt(), clock.instant()).toSeconds());
    LOG.atInfo()
        .addKeyValue(
            Measured.KEY, Measured.of(Metric.RANKING_AGE, age, personal ? "Personal" : "Popular"))
        .addKeyValue("modelVersion", ranking.modelVersion())
        .log("a home page was made");
  }

  private HomeResponse unranked(long viewer) {
    List<HomeTitle> found =
        titles.view(
            List.of(), viewer, CataloguePage.POPULAR, CataloguePage.NEWEST, clock.instant());
    boolean current = tasteVersion(found) == 0;
    return response(
        new RankingState("catalogue", Optional.empty(), 0, current, Optional.empty()),
        CataloguePage.rows(found),
        found);
  }

  private static HomeResponse response(
      RankingState state, List<HomeRow> rows, List<HomeTitle> found) {
    Behaviour behaviour =
        found.stream()
            .map(HomeTitle::behaviour)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(Behaviour.NONE);
    List<HomeRow> ordered = RowOrder.of(rows, behaviour);
    return new HomeResponse(state, hero(ordered), ordered);
  }

  private static Optional<HomeCard> hero(List<HomeRow> rows) {
    List<HomeCard> first =
        rows.stream().flatMap(row -> row.titles().stream()).limit(HERO_CANDIDATES).toList();
    return first.stream()
        .filter(card -> card.title().clip() != null)
        .findFirst()
        .or(() -> first.stream().findFirst());
  }

  private static long tasteVersion(List<HomeTitle> titles) {
    for (HomeTitle title : titles) {
      if (title.tasteVersion() != null) {
        return title.tasteVersion();
      }
    }
    return 0;
  }
}
