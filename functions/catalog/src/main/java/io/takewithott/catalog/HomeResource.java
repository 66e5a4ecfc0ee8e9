package io.takewithott.catalog;

import io.takewithott.catalog.HomeResponse.HomeCard;
import io.takewithott.catalog.HomeResponse.HomeRow;
import io.takewithott.catalog.HomeResponse.RankingState;
import io.takewithott.catalog.HomeResponse.Seed;
import io.takewithott.catalog.TitleStore.ViewedTitle;
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

  Response home(Request request) {
    long viewer = request.caller().map(Caller::userId).orElse(Ranking.EVERYBODY);
    return Response.ok(
        rankings
            .find(viewer)
            .map(ranking -> ranked(ranking, viewer))
            .orElseGet(() -> unranked(viewer)));
  }

  void warmUp() {
    titles.popular(1, Ranking.EVERYBODY);
    rankings.find(Ranking.EVERYBODY);
  }

  private HomeResponse ranked(Ranking ranking, long viewer) {
    Map<Long, ViewedTitle> found = new HashMap<>();
    titles.find(mentioned(ranking), viewer).forEach(title -> found.put(title.titleId(), title));
    Map<Long, RankedTitle> places = new HashMap<>();
    ranking.titles().forEach(place -> places.put(place.titleId(), place));
    List<HomeRow> rows = new ArrayList<>();
    for (RankedRow row : ranking.rows()) {
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
    return new HomeResponse(state(ranking, personal, viewer, found), rows);
  }

  private static RankingState state(
      Ranking ranking, boolean personal, long viewer, Map<Long, ViewedTitle> found) {
    long tasteVersion = tasteVersion(found.values());
    boolean current =
        viewer == Ranking.EVERYBODY || (personal ? ranking.tasteVersion() : 0) >= tasteVersion;
    return new RankingState(
        personal ? "personal" : "popular",
        Optional.of(ranking.modelVersion()),
        personal ? ranking.tasteVersion() : 0,
        current);
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
        new RankingState("catalogue", Optional.empty(), 0, current),
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
  private static Set<Long> mentioned(Ranking ranking) {
    Set<Long> shown = new LinkedHashSet<>();
    ranking
        .rows()
        .forEach(
            row -> {
              shown.addAll(row.titleIds());
              row.seed().ifPresent(shown::add);
            });
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
