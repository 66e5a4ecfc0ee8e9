package io.takewithott.trainer;

import io.takewithott.recommender.model.Reading;
import io.takewithott.recommender.train.Head;
import io.takewithott.recommender.train.ItemWeightSettings;
import io.takewithott.recommender.train.RankingSource.Wanted;
import java.io.Serializable;

/** What every task needs to know to sum up its share of the matrices, as plain numbers. */
record SharedHead(
    long[] counts,
    int[] titles,
    double[] divisors,
    double[] back,
    double[] settings,
    int kind,
    float first,
    float second)
    implements Serializable {

  SharedHead(long[] counts, Head head, Wanted wanted) {
    this(
        counts,
        head.titles(),
        head.divisors(),
        head.back(),
        numbers(wanted.settings()),
        wanted.reading().kind().ordinal(),
        wanted.reading().first(),
        wanted.reading().second());
  }

  private static double[] numbers(ItemWeightSettings s) {
    return new double[] {
      s.ridge(),
      s.dropout(),
      s.userPower(),
      s.titlePower(),
      s.backPower(),
      s.inputShift(),
      s.targetShift()
    };
  }

  Head head() {
    return new Head(titles, divisors, back);
  }

  Wanted wanted() {
    double[] s = settings;
    return new Wanted(
        new Reading(Reading.Kind.values()[kind], first, second),
        new ItemWeightSettings(s[0], s[1], s[2], s[3], s[4], s[5], s[6]));
  }
}
