package io.takewithott.recommender;

import io.takewithott.recommender.content.TitleFeatures;
import io.takewithott.recommender.content.TitlesTable;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.model.Trends;

/**
 * {@link TwoTastes} with facts. Titles 101 to 140 are dramas, 141 to 180 war films, of eight titles
 * each director, every tenth with one actor, from 1986 on, one a year. Every fifth of each forty is
 * a Christmas film, every tenth only for grown-ups. The unrated 181 is a drama of 1986, by the
 * first director; nothing is known of 182. Lately much goes on about the titles 121 to 126.
 */
public final class TwoGenres {
  private TwoGenres() {}

  public static HybridModel model() {
    float[] velocity = new float[82];
    for (int title = 20; title < 26; title++) {
      velocity[title] = title - 17;
    }
    return TwoTastes.model().with(features(), new Trends(velocity));
  }

  public static TitleFeatures features() {
    StringBuilder table = new StringBuilder();
    for (int title = 0; title < 80; title++) {
      int place = title % 40;
      table.append(1986 + place).append(" film ").append(place % 10 == 9 ? "19" : "12");
      table.append(title < 40 ? " g:drama" : " g:war").append(" n:KR");
      table.append(" d:").append(title / 8).append(" c:").append(10 * (title / 40) + place % 10);
      table.append(place % 5 == 4 ? " k:크리스마스\n" : "\n");
    }
    table.append("1986 film 12 g:drama d:0\n. . .\n");
    return TitlesTable.features(table.toString());
  }
}
