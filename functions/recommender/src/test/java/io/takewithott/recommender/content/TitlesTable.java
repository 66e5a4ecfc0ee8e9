package io.takewithott.recommender.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The facts of titles as a table on screen, a title a line: year or date of release, form, age
 * rating, then features such as {@code g:drama d:1 c:7 n:KR k:winter}. A point where nothing is
 * known.
 */
public final class TitlesTable {
  private TitlesTable() {}

  public static TitleFeatures features(String table) {
    return TitleFeatures.of(table.strip().lines().map(TitlesTable::facts).toList());
  }

  private static TitleFacts facts(String line) {
    String[] cells = line.strip().split("\\s+");
    boolean dated = cells[0].contains("-");
    boolean known = !cells[0].equals(".");
    List<Feature> features = new ArrayList<>();
    for (int i = 3; i < cells.length; i++) {
      features.add(feature(cells[i]));
    }
    return new TitleFacts(
        known && !dated ? Integer.valueOf(cells[0]) : null,
        dated ? LocalDate.parse(cells[0]) : null,
        null,
        cells[1].equals(".") ? null : TitleForm.valueOf(cells[1].toUpperCase(Locale.ROOT)),
        AgeRating.ofCode(cells[2]).orElse(null),
        features);
  }

  private static Feature feature(String cell) {
    String key = cell.substring(2);
    return switch (cell.charAt(0)) {
      case 'g' -> Feature.of(FeatureKind.GENRE, key);
      case 'd' -> new Feature(FeatureKind.DIRECTOR, key, "감독" + key, "Director " + key);
      case 'c' -> new Feature(FeatureKind.CAST, key, "배우" + key, "Actor " + key);
      case 'n' -> Feature.of(FeatureKind.COUNTRY, key);
      case 'k' -> Feature.of(FeatureKind.KEYWORD, key);
      default -> throw new IllegalArgumentException("no kind of feature: " + cell);
    };
  }
}
