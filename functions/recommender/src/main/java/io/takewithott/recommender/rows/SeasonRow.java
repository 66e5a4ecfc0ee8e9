package io.takewithott.recommender.rows;

import io.takewithott.core.ranking.RankedRow.Kind;
import io.takewithott.core.ranking.RankedRow.Subject;
import io.takewithott.recommender.content.FeatureKind;
import io.takewithott.recommender.content.TitleFeatures;
import io.takewithott.recommender.content.TitlesByFeature;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What belongs to the days of the year it is: set in the season, by its keywords, or released in
 * it, in whichever year. Where too little is, also what people watch together in it.
 */
final class SeasonRow implements Row {
  private final TitleFeatures features;
  private final TitlesByFeature byFeature;
  private final SeasonCalendar calendar;
  private final Map<Season, BitSet> belonging = new EnumMap<>(Season.class);
  private final Map<Season, BitSet> suiting = new EnumMap<>(Season.class);

  SeasonRow(TitleFeatures features, SeasonCalendar calendar) {
    this.features = features;
    this.byFeature = new TitlesByFeature(features);
    this.calendar = calendar;
    for (Season season : Season.values()) {
      BitSet keyed = with(FeatureKind.KEYWORD, season.keywords());
      belonging.put(season, keyed);
      BitSet also = with(FeatureKind.KEYWORD, season.themes());
      also.or(with(FeatureKind.GENRE, season.genres()));
      also.or(keyed);
      suiting.put(season, also);
    }
    for (int title = 0; title < features.titleCount(); title++) {
      Optional<Season> season = features.released(title).flatMap(calendar::seasonOf);
      if (season.isPresent()) {
        belonging.get(season.get()).set(title);
        suiting.get(season.get()).set(title);
      }
    }
  }

  private BitSet with(FeatureKind kind, Collection<String> keys) {
    BitSet titles = new BitSet();
    keys.stream()
        .map(key -> features.featureIndex(kind, key))
        .filter(feature -> feature >= 0)
        .forEach(feature -> titles.or(byFeature.of(feature)));
    return titles;
  }

  @Override
  public void addTo(Page page) {
    LocalDate today = page.viewing().today();
    calendar.seasonOf(today).ifPresent(season -> add(page, season));
  }

  private void add(Page page, Season season) {
    Draft draft =
        Draft.of(Kind.SEASON, page.viewing().candidates()::score).about(Subject.of(season.key()));
    boolean added = page.add(draft.only(belonging.get(season)::get));
    if (!added) {
      page.add(draft.only(suiting.get(season)::get));
    }
  }
}
