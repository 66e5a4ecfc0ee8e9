package io.takewithott.recommender.rows;

import io.takewithott.core.ranking.RankedRow;
import io.takewithott.core.ranking.RankedRow.Kind;
import io.takewithott.recommender.content.ContentModel;
import io.takewithott.recommender.content.FeatureKind;
import io.takewithott.recommender.model.HybridModel;
import java.util.Comparator;
import java.util.List;

/**
 * Lays a home page out. Rows fill in one order and are shown in another: what only few titles can
 * be in fills early, or the rows above would have taken them all.
 */
public final class HomeRows {
  /** A director's or actor's row: few have made many titles. */
  private static final int SHORTEST_OF_A_PERSON = 3;

  private static final int SHORTEST_OF_A_GENRE = 5;

  private static final List<Kind> SHOWN =
      List.of(
          Kind.FOR_YOU,
          Kind.BECAUSE,
          Kind.SEASON,
          Kind.PREDICTED_HIGH,
          Kind.GENRE,
          Kind.DIRECTOR,
          Kind.CAST,
          Kind.TRENDING,
          Kind.NEW,
          Kind.HIDDEN_GEMS,
          Kind.POPULAR);

  /** To somebody of whom nothing is known. */
  private static final List<Kind> SHOWN_TO_STRANGERS =
      List.of(Kind.POPULAR, Kind.SEASON, Kind.TRENDING, Kind.NEW, Kind.PREDICTED_HIGH);

  private final HybridModel model;
  private final Variety variety;
  private final List<Row> filling;
  private final List<Row> fillingForStrangers;

  public HomeRows(HybridModel model, ContentModel content) {
    this.model = model;
    this.variety = new Variety(model);
    Favourites favourites = new Favourites(model);
    Row best = new BestRow();
    Row popular = new PopularRow(model);
    Row predictedHigh = new PredictedHighRow(model);
    Row season = new SeasonRow(model.features(), new SeasonCalendar(new LunarCalendar()));
    Row trending = new TrendingRow(model.trends());
    Row fresh = new NewRow(model.features());
    Row director = favourite(Kind.DIRECTOR, FeatureKind.DIRECTOR, SHORTEST_OF_A_PERSON, favourites);
    Row cast = favourite(Kind.CAST, FeatureKind.CAST, SHORTEST_OF_A_PERSON, favourites);
    Row genre = favourite(Kind.GENRE, FeatureKind.GENRE, SHORTEST_OF_A_GENRE, favourites);
    Row because = new BecauseRows(model, content);
    Row gems = new HiddenGemsRow(model);
    this.filling =
        List.of(
            best,
            director,
            cast,
            season,
            trending,
            because,
            fresh,
            predictedHigh,
            genre,
            gems,
            popular);
    this.fillingForStrangers = List.of(popular, season, trending, fresh, predictedHigh);
  }

  private Row favourite(Kind kind, FeatureKind features, int least, Favourites favourites) {
    return new FavouriteRow(kind, features, least, model.features(), favourites);
  }

  public List<RankedRow> of(Viewing viewing) {
    boolean stranger = viewing.history().isEmpty();
    Page page = new Page(model, variety, viewing);
    (stranger ? fillingForStrangers : filling).forEach(row -> row.addTo(page));
    List<Kind> shown = stranger ? SHOWN_TO_STRANGERS : SHOWN;
    return page.rows().stream()
        .sorted(Comparator.comparingInt(row -> shown.indexOf(row.kind())))
        .toList();
  }
}
