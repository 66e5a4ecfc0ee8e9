package io.takewithott.catalog;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.takewithott.catalog.TitleStore.ViewedTitle;
import io.takewithott.core.ranking.RankedRow;
import io.takewithott.core.ranking.RankedTitle;
import java.util.List;
import java.util.Optional;

/** The home page, rows from top to bottom. */
record HomeResponse(RankingState ranking, List<HomeRow> rows) {

  /**
   * Which ranking the page shows.
   *
   * @param source {@code personal}, {@code popular}, or {@code catalogue} before any training
   * @param tasteVersion the changes of the viewer's history that it knows
   * @param current whether that is all of them; if not, a newer one is on its way
   * @param alpha what the page leans to, if it was asked to and can
   */
  record RankingState(
      String source,
      Optional<String> modelVersion,
      long tasteVersion,
      boolean current,
      Optional<Double> alpha) {}

  /**
   * @param seed the viewer's title that the row grew from
   * @param subject the genre, the person or the season that it is about
   */
  record HomeRow(
      String kind,
      Optional<Seed> seed,
      Optional<RankedRow.Subject> subject,
      List<HomeCard> titles) {}

  /**
   * @param predictedStars absent when nothing is known yet
   * @param because the viewer's titles that it mostly came from
   */
  record HomeCard(
      @JsonUnwrapped TitleCard title,
      Optional<Double> predictedStars,
      List<Seed> because,
      Optional<RankedTitle.Shares> shares) {
    static HomeCard unranked(TitleCard title) {
      return new HomeCard(title, Optional.empty(), List.of(), Optional.empty());
    }
  }

  /** A title by its name. */
  record Seed(long titleId, String title) {
    static Seed of(ViewedTitle title) {
      return new Seed(title.titleId(), title.title());
    }
  }
}
