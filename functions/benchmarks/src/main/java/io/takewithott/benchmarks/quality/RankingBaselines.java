package io.takewithott.benchmarks.quality;

import io.takewithott.benchmarks.SplitFolder.Part;
import io.takewithott.benchmarks.Stages;
import io.takewithott.benchmarks.Stages.Measured;
import io.takewithott.benchmarks.baseline.AnonymousUser;
import io.takewithott.benchmarks.baseline.Popularity;
import io.takewithott.benchmarks.baseline.Sample;
import io.takewithott.benchmarks.baseline.Sample.Done;
import io.takewithott.benchmarks.baseline.TasteBaseline;
import io.takewithott.benchmarks.baseline.TasteRanking;
import io.takewithott.benchmarks.report.ProgressBar;
import io.takewithott.recommender.score.History;
import io.takewithott.recommender.score.History.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import org.apache.mahout.cf.taste.model.DataModel;
import org.apache.mahout.cf.taste.recommender.Recommender;

/**
 * Ranks the users of a split with popularity and with Taste's recommenders. Where these name fewer
 * titles than a list has places, the most popular of the rest fill it.
 */
final class RankingBaselines {
  static final String POPULARITY = "popularity";
  private static final int LISTED = 100;

  private final Stages stages;
  private final Sample sample;

  RankingBaselines(Stages stages, Sample sample) {
    this.stages = stages;
    this.sample = sample;
  }

  /** Popularity first, then the named ones of Taste's. */
  List<BaselineLists> topn(Part part, Set<TasteBaseline> chosen) throws Exception {
    List<BaselineLists> all = new ArrayList<>();
    Popularity popularity = new Popularity(part.ratings().snapshot());
    all.add(popularity(part, popularity));
    for (TasteBaseline baseline : chosen) {
      if (baseline.ranks()) {
        all.add(taste(part, popularity, baseline));
      }
    }
    return all;
  }

  private BaselineLists taste(Part part, Popularity popularity, TasteBaseline baseline)
      throws Exception {
    DataModel data = baseline.data(part.ratings().snapshot());
    Measured<Recommender> fitted = stages.measure(baseline + ": train", () -> baseline.over(data));
    TasteRanking taste = new TasteRanking(fitted.result());
    return ranked(
        part,
        baseline.title(),
        fitted.cost().seconds(),
        user -> {
          List<Long> named = taste.top(part.ratings().users().number(user.getKey()), LISTED);
          return popularity.filled(named, candidates(part, user.getValue()), LISTED);
        });
  }

  /** Popularity, and Taste's item-based recommender with the favourites folded in. */
  List<BaselineLists> cold(Part part, Set<TasteBaseline> chosen) throws Exception {
    List<BaselineLists> all = new ArrayList<>();
    Popularity popularity = new Popularity(part.ratings().snapshot());
    all.add(popularity(part, popularity));
    if (chosen.contains(TasteBaseline.ITEM_BASED_LLR)) {
      AnonymousUser anonymous =
          new AnonymousUser(TasteBaseline.ITEM_BASED_LLR.data(part.ratings().snapshot()));
      all.add(
          ranked(
              part,
              TasteBaseline.ITEM_BASED_LLR.title(),
              0,
              user -> {
                List<Long> named = anonymous.top(titles(user.getValue()), LISTED);
                return popularity.filled(named, candidates(part, user.getValue()), LISTED);
              }));
    }
    return all;
  }

  private BaselineLists popularity(Part part, Popularity popularity) {
    return ranked(
        part, POPULARITY, 0, user -> popularity.top(candidates(part, user.getValue()), LISTED));
  }

  private BaselineLists ranked(Part part, String name, double fitSeconds, Ranking ranking) {
    List<Map.Entry<String, History>> users = List.copyOf(part.users().entrySet());
    ProgressBar bar = stages.bar(name, users.size());
    Done<Map.Entry<String, History>, List<Long>> done =
        sample.of(
            users,
            user -> {
              List<Long> top = ranking.of(user);
              bar.step();
              return top;
            });
    Map<String, List<String>> lists = new LinkedHashMap<>();
    done.answers()
        .forEach(
            (user, top) ->
                lists.put(user.getKey(), top.stream().map(part.ratings().items()::text).toList()));
    return new BaselineLists(name, lists, users.size(), fitSeconds, done.secondsForAll());
  }

  private static LongPredicate candidates(Part part, History history) {
    Set<Long> known = Set.copyOf(titles(history));
    int catalogue = part.ratings().catalogue().length;
    return title -> title <= catalogue && !known.contains(title);
  }

  private static List<Long> titles(History history) {
    return history.entries().stream().map(Entry::titleId).toList();
  }

  private interface Ranking {
    List<Long> of(Map.Entry<String, History> user);
  }
}
