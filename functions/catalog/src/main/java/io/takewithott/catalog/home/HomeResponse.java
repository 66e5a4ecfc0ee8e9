package io.takewithott.catalog.home;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.takewithott.catalog.title.TitleCard;
import io.takewithott.core.ranking.RankedRow;
import io.takewithott.core.ranking.RankedTitle;
import java.util.List;
import java.util.Optional;

/**
 * The home page, rows from top to bottom.
 *
 * @param hero what the page opens with: of the first titles one with a clip, if any has
 */
record HomeResponse(RankingState ranking, Optional<HomeCard> hero, List<HomeRow> rows) {

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
      List<HomeCard> titles) {
    HomeRow {
      titles = List.copyOf(titles);
    }
  }

  /**
   * @param predictedStars absent when nothing is known yet
   * @param match the same in per cent, where the prediction is the viewer's own
   * @param because the viewer's titles that it mostly came from
   */
  record HomeCard(
      @JsonUnwrapped TitleCard title,
      Optional<Double> predictedStars,
      Optional<Integer> match,
      Reason reason,
      List<Seed> because,
      Optional<RankedTitle.Shares> shares) {
    static HomeCard unranked(TitleCard title) {
      return new HomeCard(
          title, Optional.empty(), Optional.empty(), Reason.EVERYBODY, List.of(), Optional.empty());
    }
  }

  /** Why a title is on the page: what most of its score came from. */
  enum Reason {
    /** It goes with the three picks. */
    YOUR_PICKS,
    /** It goes with titles that the viewer liked, as {@code because} names them. */
    YOUR_TITLES,
    /** People of the same taste like it. */
    YOUR_TASTE,
    /** Many like it. */
    EVERYBODY;

    static Reason of(RankedTitle place) {
      RankedTitle.Shares shares = place.shares();
      double most =
          Math.max(
              Math.max(shares.picks(), shares.knn()), Math.max(shares.svd(), shares.crowd()));
      if (shares.crowd() == most) {
        return EVERYBODY;
      }
      if (shares.svd() == most || place.because().isEmpty()) {
        return YOUR_TASTE;
      }
      return shares.picks() == most ? YOUR_PICKS : YOUR_TITLES;
    }
  }

  /** A title by its name. */
  record Seed(long titleId, String title) {
    static Seed of(HomeTitle title) {
      return new Seed(title.titleId(), title.title());
    }
  }
}
