package io.takewithott.catalog;

import io.takewithott.catalog.HomeResponse.HomeCard;
import io.takewithott.catalog.HomeResponse.HomeRow;
import io.takewithott.catalog.HomeResponse.RankingState;
import io.takewithott.catalog.HomeResponse.Seed;
import io.takewithott.catalog.TitleStore.ViewedTitle;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Caller;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.core.ranking.RankedRow;
import io.takewithott.core.ranking.RankedTitle;
import io.takewithott.core.ranking.Ranking;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The home page: the cached ranking with the titles it names. At most two object reads and one
 * database call.
 */
final class HomeResource {
  /** A page without any ranking shows as many titles as a full row holds, twice. */
  private static final int WITHOUT_RANKING = 40;

  private final TitleStore titles;
  private final RankingStore rankings;

  HomeResource(TitleStore titles, RankingStore rankings) {
    this.titles = titles;
    this.rankings = rankings;
  }

  /**
   * {@code ?alpha=} leans the page towards what everybody likes, 0, or what only the viewer's own
   * titles say, 1; it is read from the stored ranking, no model is loaded for it.
   */
  Response home(Request request) {
    Optional<Double> alpha = request.query("alpha").map(HomeResource::alpha);
    long viewer = request.caller().map(Caller::userId).orElse(Ranking.EVERYBODY);
    return Response.ok(
        rankings
            .find(viewer)
            .map(ranking -> ranked(ranking, alpha, viewer))
            .orElseGet(() -> unranked(viewer)));
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

  void warmUp() {
    titles.popular(1, Ranking.EVERYBODY);
    rankings.find(Ranking.EVERYBODY);
  }

  private HomeResponse ranked(Ranking ranking, Optional<Double> wanted, long viewer) {
    Optional<Double> alpha = wanted.filter(given -> LeaningPage.isPossible(ranking));
    List<RankedRow> page = LeaningPage.rows(ranking, alpha.orElse(RankedTitle.LEARNED_ALPHA));
    Map<Long, ViewedTitle> found = new HashMap<>();
    titles
        .find(mentioned(ranking, page), viewer)
        .forEach(title -> found.put(title.titleId(), title));
    Map<Long, RankedTitle> places = new HashMap<>();
    ranking.titles().forEach(place -> places.put(place.titleId(), place));
    List<HomeRow> rows = new ArrayList<>();
    for (RankedRow row : page) {
      List<HomeCard> cards =
          row.titleIds().stream()
              .map(found::get)
              .filter(Objects::nonNull)
              .filter(title -> !title.known())
              .map(title -> card(title, places.get(title.titleId()), found))
              .toList();
      if (!cards.isEmpty()) {
        Optional<Seed> seed = row.seed().map(found::get).map(Seed::of);
        rows.add(new HomeRow(row.kind().name(), seed, row.subject(), cards));
      }
    }
    boolean personal = ranking.userId() != Ranking.EVERYBODY;
    return new HomeResponse(state(ranking, alpha, personal, viewer, found), rows);
  }

  private static RankingState state(
      Ranking ranking,
      Optional<Double> alpha,
      boolean personal,
      long viewer,
      Map<Long, ViewedTitle> found) {
    long tasteVersion = tasteVersion(found.values());
    boolean current =
        viewer == Ranking.EVERYBODY || (personal ? ranking.tasteVersion() : 0) >= tasteVersion;
    return new RankingState(
        personal ? "personal" : "popular",
        Optional.of(ranking.modelVersion()),
        personal ? ranking.tasteVersion() : 0,
        current,
        alpha);
  }

  private HomeResponse unranked(long viewer) {
    List<ViewedTitle> popular = titles.popular(WITHOUT_RANKING, viewer);
    List<HomeCard> cards =
        popular.stream()
            .filter(title -> !title.known())
            .map(title -> HomeCard.unranked(title.card()))
            .toList();
    boolean current = tasteVersion(popular) == 0;
    return new HomeResponse(
        new RankingState("catalogue", Optional.empty(), 0, current, Optional.empty()),
        cards.isEmpty()
            ? List.of()
            : List.of(
                new HomeRow(
                    RankedRow.Kind.POPULAR.name(), Optional.empty(), Optional.empty(), cards)));
  }

  private static HomeCard card(
      ViewedTitle title, @Nullable RankedTitle place, Map<Long, ViewedTitle> found) {
    if (place == null) {
      return HomeCard.unranked(title.card());
    }
    List<Seed> because =
        place.because().stream().map(found::get).filter(Objects::nonNull).map(Seed::of).toList();
    return new HomeCard(
        title.card(), Optional.of(place.stars()), because, Optional.of(place.shares()));
  }

  /** Every title that the page names: the cards, the seeds of rows and the reasons. */
  private static Set<Long> mentioned(Ranking ranking, List<RankedRow> page) {
    Set<Long> shown = new LinkedHashSet<>();
    for (RankedRow row : page) {
      shown.addAll(row.titleIds());
      row.seed().ifPresent(shown::add);
    }
    Set<Long> all = new LinkedHashSet<>(shown);
    ranking.titles().stream()
        .filter(place -> shown.contains(place.titleId()))
        .forEach(place -> all.addAll(place.because()));
    return all;
  }

  private static long tasteVersion(Iterable<ViewedTitle> titles) {
    for (ViewedTitle title : titles) {
      if (title.tasteVersion() != null) {
        return title.tasteVersion();
      }
    }
    return 0;
  }
}
