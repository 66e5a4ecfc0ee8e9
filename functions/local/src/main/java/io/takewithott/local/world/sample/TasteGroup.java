package io.takewithott.local.world.sample;

import io.takewithott.local.world.Title;
import java.util.List;
import java.util.Map;

/**
 * People who like the same films: what they make of genres and countries, and whether they prefer
 * the new. The sizes are relative.
 *
 * @param newer how much more they like a film for every ten years it is younger
 */
record TasteGroup(
    String name,
    double size,
    Map<String, Double> genres,
    Map<String, Double> countries,
    double newer) {

  private static final int MIDDLE_YEAR = 2008;
  private static final double MOST_DECADES = 3;

  static final List<TasteGroup> ALL =
      List.of(
          new TasteGroup(
              "crime and revenge",
              1.5,
              Map.of(
                  "crime",
                  1.6,
                  "thriller",
                  1.4,
                  "action",
                  0.8,
                  "mystery",
                  0.7,
                  "romance",
                  -1.2,
                  "family",
                  -1.0,
                  "animation",
                  -0.8),
              Map.of("KR", 0.5, "HK", 0.6),
              0.1),
          new TasteGroup(
              "romance",
              1.3,
              Map.of(
                  "romance", 1.9, "comedy", 0.5, "music", 0.6, "drama", 0.2, "war", -1.0, "horror",
                  -1.6, "action", -0.8, "crime", -0.9),
              Map.of("KR", 0.3, "JP", 0.4, "TW", 0.8),
              -0.1),
          new TasteGroup(
              "laughs",
              1.3,
              Map.of(
                  "comedy",
                  1.8,
                  "family",
                  0.5,
                  "action",
                  0.3,
                  "sports",
                  0.5,
                  "history",
                  -0.6,
                  "horror",
                  -0.9,
                  "documentary",
                  -1.2,
                  "mystery",
                  -0.5),
              Map.of("KR", 0.6),
              0.0),
          new TasteGroup(
              "art house",
              0.8,
              Map.of(
                  "drama",
                  1.0,
                  "documentary",
                  1.4,
                  "music",
                  0.3,
                  "action",
                  -1.3,
                  "sf",
                  -0.4,
                  "comedy",
                  -0.4,
                  "adventure",
                  -0.8),
              Map.of("FR", 1.2, "IR", 1.2, "JP", 0.9, "TW", 0.9, "IT", 0.8, "US", -0.5),
              -0.2),
          new TasteGroup(
              "blockbusters",
              1.5,
              Map.of(
                  "action",
                  1.4,
                  "adventure",
                  1.3,
                  "sf",
                  1.3,
                  "fantasy",
                  0.8,
                  "drama",
                  -0.7,
                  "documentary",
                  -1.4,
                  "romance",
                  -0.7),
              Map.of("US", 1.0, "NZ", 0.8, "KR", -0.1),
              0.4),
          new TasteGroup(
              "animation and family",
              1.0,
              Map.of(
                  "animation",
                  2.0,
                  "family",
                  1.6,
                  "fantasy",
                  1.0,
                  "adventure",
                  0.6,
                  "crime",
                  -1.3,
                  "horror",
                  -1.6,
                  "thriller",
                  -1.0),
              Map.of("JP", 0.9, "US", 0.4),
              0.1),
          new TasteGroup(
              "history and war",
              1.0,
              Map.of(
                  "history", 1.7, "war", 1.6, "drama", 0.4, "action", 0.2, "romance", -0.5,
                  "fantasy", -0.8, "horror", -0.9),
              Map.of("KR", 0.6, "US", 0.1),
              -0.1),
          new TasteGroup(
              "fear",
              0.7,
              Map.of(
                  "horror",
                  2.2,
                  "mystery",
                  1.4,
                  "thriller",
                  1.0,
                  "fantasy",
                  0.4,
                  "family",
                  -1.4,
                  "sports",
                  -0.9,
                  "romance",
                  -0.6),
              Map.of("KR", 0.2, "JP", 0.3),
              0.2),
          new TasteGroup(
              "old masters",
              0.7,
              Map.of(
                  "western", 1.2, "drama", 0.5, "war", 0.5, "mystery", 0.5, "crime", 0.4, "sf",
                  -0.2, "action", -0.5),
              Map.of("US", 0.7, "IT", 0.9, "GB", 0.7, "FR", 0.7, "JP", 0.6, "KR", -0.8),
              -0.9),
          new TasteGroup(
              "true stories",
              0.9,
              Map.of(
                  "drama",
                  0.9,
                  "sports",
                  1.3,
                  "documentary",
                  0.9,
                  "family",
                  0.6,
                  "history",
                  0.5,
                  "fantasy",
                  -1.1,
                  "horror",
                  -1.1,
                  "sf",
                  -0.6),
              Map.of("KR", 0.4),
              0.2));

  /** What the group makes of a film, before chance; the first genre counts twice. */
  double opinionOf(Title film) {
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < film.genres().size(); i++) {
      double share = i == 0 ? 2 : 1;
      sum += share * genres.getOrDefault(film.genres().get(i), 0.0);
      weight += share;
    }
    double ofGenres = weight == 0 ? 0 : sum / weight;
    double ofCountry =
        film.countries().isEmpty() ? 0 : countries.getOrDefault(film.countries().get(0), 0.0);
    return ofGenres + ofCountry + newer * decadesAfterMiddle(film);
  }

  private static double decadesAfterMiddle(Title film) {
    Integer year = film.year();
    double decades = year == null ? 0 : (year - MIDDLE_YEAR) / 10.0;
    return Math.max(-MOST_DECADES, Math.min(MOST_DECADES, decades));
  }
}
