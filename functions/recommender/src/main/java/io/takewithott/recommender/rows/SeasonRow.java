package io.takewithott.recommender.rows;

import io.takewithott.core.ranking.RankedRow.Kind;
import io.takewithott.core.ranking.RankedRow.Subject;
import io.takewithott.recommender.content.FeatureKind;
import io.takewithott.recommender.content.TitleFeatures;
import io.takewithott.recommender.content.TitlesByFeature;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What belongs to the days of the year it is: set in the season, by its keywords, or released in
 * it, in whichever year. Where too little is, also what people watch together in it.
 */
final class SeasonRow implements Row {
  private final TitleFeatures features;
  private final TitlesByFeature byFeature;
  private final SeasonCalendar calendar;
  private final List<SeasonTitles> seasons;

  SeasonRow(TitleFeatures features, SeasonCalendar calendar) {
    this.features = features;
    this.byFeature = new TitlesByFeature(features);
    this.calendar = calendar;
    this.seasons = Arrays.stream(Season.values()).map(this::titlesOf).toList();
    for (int title = 0; title < features.titleCount(); title++) {
      Optional<Season> released = features.released(title).flatMap(calendar::seasonOf);
      if (released.isPresent()) {
        SeasonTitles titles = seasons.get(released.get().ordinal());
        titles.belonging.set(title);
        titles.suiting.set(title);
      }
    }
  }

  /**
   * The titles of a season.
   *
   * @param belonging set in it or released in it
   * @param suiting those, and what people watch in it
   */
  private record SeasonTitles(BitSet belonging, BitSet suiting) {}

  private SeasonTitles titlesOf(Season season) {
    BitSet belonging = with(FeatureKind.KEYWORD, season.keywords());
    BitSet suiting = with(FeatureKind.KEYWORD, season.themes());
    suiting.or(with(FeatureKind.GENRE, season.genres()));
    suiting.or(belonging);
    return new SeasonTitles(belonging, suiting);
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
    SeasonTitles titles = seasons.get(season.ordinal());
    Draft draft =
        Draft.of(Kind.SEASON, page.viewing().candidates()::score).about(Subject.of(season.key()));
    boolean added = page.add(draft.only(titles.belonging::get));
    if (!added) {
      page.add(draft.only(titles.suiting::get));
    }
  }
}
