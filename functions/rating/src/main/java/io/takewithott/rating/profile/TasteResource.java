package io.takewithott.rating.profile;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.database.Database;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.core.http.Routes;
import io.takewithott.rating.profile.TasteStore.Common;
import io.takewithott.rating.profile.TasteStore.Favourite;
import io.takewithott.rating.profile.TasteStore.Taste;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The caller's taste, and how it agrees with that of somebody they follow. One call each. */
public final class TasteResource {
  private static final double HALF = 0.5;
  private static final int MOST_HALF_STARS = 10;
  private static final double HUNDREDTHS = 100;

  private final TasteStore store;

  public TasteResource(Database database, InstantSource clock) {
    this.store = new TasteStore(database, clock);
  }

  public void addTo(Routes.Builder routes) {
    routes.get("/me/taste", this::taste).get("/users/{id}/taste-match", this::match);
  }

  private Response taste(Request request) {
    Taste taste = store.taste(request.requireCaller());
    Map<String, Integer> distribution = new TreeMap<>();
    for (int half = 1; half <= MOST_HALF_STARS; half++) {
      distribution.put(String.valueOf(half * HALF), taste.distribution().getOrDefault(half, 0));
    }
    return Response.ok(
        new TasteResponse(
            taste.ratings(),
            Optional.ofNullable(taste.mean()),
            distribution,
            crowd(taste),
            taste.genres(),
            taste.directors(),
            taste.actors()));
  }

  private static CrowdResponse crowd(Taste taste) {
    boolean enough = taste.compared() >= Agreement.LEAST_TITLES;
    return new CrowdResponse(
        taste.compared(),
        enough,
        Optional.ofNullable(taste.correlation()).filter(any -> enough).map(TasteResource::rounded),
        Optional.ofNullable(taste.difference()).filter(any -> enough).map(TasteResource::rounded));
  }

  private Response match(Request request) {
    long userId = request.requireCaller().userId();
    long otherId = request.pathId("id");
    Common common =
        store
            .common(userId, otherId)
            .orElseThrow(
                () -> new AppException(ErrorCode.NOT_FOUND, "There is no user " + otherId));
    if (!common.followed()) {
      throw new AppException(
          ErrorCode.FORBIDDEN, "Follow them first: tastes are compared with people you follow");
    }
    boolean enough = common.commonTitles() >= Agreement.LEAST_TITLES;
    double correlation = common.correlation() == null ? 0 : common.correlation();
    return Response.ok(
        new MatchResponse(
            otherId,
            common.nickname(),
            common.commonTitles(),
            enough,
            enough
                ? Optional.of(Agreement.percent(correlation, common.commonTitles()))
                : Optional.empty(),
            Optional.ofNullable(common.apart()).filter(any -> enough).map(TasteResource::rounded)));
  }

  private static double rounded(double value) {
    return Math.round(value * HUNDREDTHS) / HUNDREDTHS;
  }

  /**
   * @param mean absent without ratings
   * @param distribution titles for each number of stars
   */
  record TasteResponse(
      int ratings,
      Optional<Double> mean,
      Map<String, Integer> distribution,
      CrowdResponse crowd,
      List<Favourite> genres,
      List<Favourite> directors,
      List<Favourite> actors) {}

  /**
   * @param titles that ten others rated as well
   * @param enough whether they are enough for the numbers that follow
   * @param difference how many stars the member gives more than they
   */
  record CrowdResponse(
      int titles, boolean enough, Optional<Double> correlation, Optional<Double> difference) {}

  /**
   * @param enough whether there is enough in common to say how far they agree
   * @param starsApart how far apart their ratings of a title are on average
   */
  record MatchResponse(
      long userId,
      String nickname,
      int commonTitles,
      boolean enough,
      Optional<Integer> percent,
      Optional<Double> starsApart) {}
}
