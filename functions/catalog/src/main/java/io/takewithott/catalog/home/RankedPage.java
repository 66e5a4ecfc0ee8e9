package io.takewithott.catalog.home;

import io.takewithott.catalog.home.HomeResponse.HomeCard;
import io.takewithott.catalog.home.HomeResponse.HomeRow;
import io.takewithott.catalog.home.HomeResponse.Reason;
import io.takewithott.catalog.home.HomeResponse.Seed;
import io.takewithott.catalog.title.Match;
import io.takewithott.core.ranking.RankedRow;
import io.takewithott.core.ranking.RankedTitle;
import io.takewithott.core.ranking.Ranking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of a ranking as cards. What the viewer got to know since, or may not see, is left out;
 * if too little is left, popular titles make the page full.
 */
final class RankedPage {
  /** A page with fewer cards is topped up. */
  private static final int FULL = 40;

  private final Ranking ranking;
  private final Map<Long, RankedTitle> places = new HashMap<>();
  private final Map<Long, HomeTitle> found = new HashMap<>();
  private final boolean personal;

  RankedPage(Ranking ranking, List<HomeTitle> titles) {
    this.ranking = ranking;
    this.personal = ranking.userId() != Ranking.EVERYBODY;
    ranking.titles().forEach(place -> places.put(place.titleId(), place));
    titles.forEach(title -> found.put(title.titleId(), title));
  }

  /** Every title that the page names: the cards, the seeds of rows and the reasons. */
  static Set<Long> mentioned(Ranking ranking, List<RankedRow> page) {
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

  List<HomeRow> rows(List<RankedRow> page) {
    List<HomeRow> rows = new ArrayList<>();
    Set<Long> shown = new HashSet<>();
    for (RankedRow row : page) {
      List<HomeCard> cards =
          row.titleIds().stream()
              .map(found::get)
              .filter(Objects::nonNull)
              .filter(HomeTitle::showable)
              .map(this::card)
              .toList();
      if (!cards.isEmpty()) {
        cards.forEach(card -> shown.add(card.title().titleId()));
        Optional<Seed> seed = row.seed().map(found::get).map(Seed::of);
        rows.add(new HomeRow(row.kind().name(), seed, row.subject(), cards));
      }
    }
    return shown.size() < FULL ? toppedUp(rows, shown) : rows;
  }

  private List<HomeRow> toppedUp(List<HomeRow> rows, Set<Long> shown) {
    List<HomeCard> more =
        found.values().stream()
            .filter(title -> title.popular() != null && title.showable())
            .filter(title -> !shown.contains(title.titleId()))
            .sorted(Comparator.comparing(title -> Objects.requireNonNull(title.popular())))
            .limit(FULL - shown.size())
            .map(this::card)
            .toList();
    String popular = RankedRow.Kind.POPULAR.name();
    List<HomeRow> full = new ArrayList<>(rows);
    Optional<HomeRow> there =
        rows.stream().filter(row -> row.kind().equals(popular)).findFirst();
    full.removeIf(row -> row.kind().equals(popular));
    List<HomeCard> cards = new ArrayList<>(there.map(HomeRow::titles).orElse(List.of()));
    cards.addAll(more);
    if (!cards.isEmpty()) {
      full.add(new HomeRow(popular, Optional.empty(), Optional.empty(), cards));
    }
    return full;
  }

  private HomeCard card(HomeTitle title) {
    RankedTitle place = places.get(title.titleId());
    if (place == null) {
      return HomeCard.unranked(title.card());
    }
    List<Seed> because =
        place.because().stream().map(found::get).filter(Objects::nonNull).map(Seed::of).toList();
    return new HomeCard(
        title.card(),
        Optional.of(place.stars()),
        personal ? Optional.of(Match.percent(place.stars())) : Optional.empty(),
        personal ? Reason.of(place) : Reason.EVERYBODY,
        because,
        Optional.of(place.shares()));
  }
}
