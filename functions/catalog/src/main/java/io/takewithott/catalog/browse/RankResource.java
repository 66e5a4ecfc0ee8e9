package io.takewithott.catalog.browse;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.takewithott.catalog.browse.RankStore.Ranked;
import io.takewithott.catalog.title.TitleCard;
import io.takewithott.core.http.Freshness;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is watched most, of the day (today and yesterday) or of the week. One database call. */
public final class RankResource {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  /** By the calendar's days; the day before counts, or nothing would be in the rank at one in the morning. */
  private static final Map<String, Integer> DAYS = Map.of("day", 2, "week", 8);

  private static final int DEFAULT_LIMIT = 10;
  private static final int MOST = 50;
  private static final int GROWN_UP = 19;

  private final RankStore ranks;
  private final InstantSource clock;

  public RankResource(RankStore ranks, InstantSource clock) {
    this.ranks = ranks;
    this.clock = clock;
  }

  public Response rank(Request request) {
    Queries query = new Queries(request);
    String window = query.matching("window", "day|week", "window is day or week").orElse("day");
    int days = DAYS.getOrDefault(window, 1);
    int limit = query.number("limit", 1, MOST).orElse(DEFAULT_LIMIT);
    int age = TitleFilter.ageAtMost(query).orElse(GROWN_UP);
    LocalDate today = LocalDate.ofInstant(clock.instant(), SEOUL);
    List<Ranked> ranked = ranks.rank(days, age, limit, today);
    return Freshness.PUBLIC_MINUTE.of(
        request,
        Response.ok(
            new RankResponse(
                window,
                today.minusDays(days - 1L),
                basis(ranked),
                ranked.stream().map(RankResource::place).toList())));
  }

  /** What the first place is there for. */
  private static String basis(List<Ranked> ranked) {
    Optional<Ranked> first = ranked.stream().findFirst();
    if (first.filter(title -> title.watched() > 0).isPresent()) {
      return "watches";
    }
    return first.filter(title -> title.rated() > 0).isPresent() ? "ratings" : "popularity";
  }

  private static Place place(Ranked title) {
    return new Place(
        title.place(),
        Optional.ofNullable(title.formerPlace()),
        title.watched(),
        title.rated(),
        title.card());
  }

  /**
   * @param since the first day that counts, in Seoul
   * @param basis {@code watches}, {@code ratings} or {@code popularity}
   */
  record RankResponse(String window, LocalDate since, String basis, List<Place> titles) {}

  record Place(
      int place,
      Optional<Integer> formerPlace,
      int watched,
      int rated,
      @JsonUnwrapped TitleCard title) {}
}
