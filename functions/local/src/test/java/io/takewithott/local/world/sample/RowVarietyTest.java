package io.takewithott.local.world.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.core.ranking.RankedTitle;
import io.takewithott.core.ranking.Ranking;
import io.takewithott.local.world.Contents;
import io.takewithott.local.world.Ratings;
import io.takewithott.local.world.Title;
import io.takewithott.recommender.content.Feature;
import io.takewithott.recommender.content.FeatureKind;
import io.takewithott.recommender.content.TitleFacts;
import io.takewithott.recommender.content.TitleFeatures;
import io.takewithott.recommender.content.TitleForm;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.model.VersionedModel;
import io.takewithott.recommender.ranking.Ranker;
import io.takewithott.recommender.score.Histories;
import io.takewithott.recommender.score.History.Entry;
import io.takewithott.recommender.score.Viewer;
import io.takewithott.recommender.snapshot.RatingLog;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import io.takewithott.recommender.train.Trainer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What the variety of the first row costs and gives, on the sample world: one rating in five is
 * held out, the model is trained on the others, and the held-out titles of four stars and more are
 * looked for in the first ten places, of the row and of the plain ranking. How far the genres there
 * are from those of what a viewer liked is half the sum of the differences of their parts.
 */
class RowVarietyTest {
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  private static final int VIEWERS = 800;
  private static final int PLACES = 10;

  private final Contents world = new SampleWorld(SampleWorld.SEED, VIEWERS).read();
  private final List<Title> titles =
      world.titles().stream().sorted(Comparator.comparing(RowVarietyTest::id)).toList();
  private final Map<Long, Set<Long>> heldOut = new HashMap<>();

  @Test
  void theFirstRowKeepsNinetyNinePerCentOfItsQualityAndComesCloserToTheTaste() {
    RatingsSnapshot seen = seen();
    long[] catalogue = titles.stream().mapToLong(RowVarietyTest::id).toArray();
    Trainer trainer = new Trainer(1, InstantSource.system(), Duration.ofSeconds(20));
    HybridModel model = trainer.train(seen, catalogue, features());
    Ranker ranker = new Ranker(new VersionedModel("v", model));
    Tally plain = new Tally();
    Tally varied = new Tally();
    for (int user = 0; user < seen.userCount(); user++) {
      Set<Long> relevant = heldOut.getOrDefault(seen.userId(user), Set.of());
      List<Long> liked =
          Histories.ratings(seen, user).stream()
              .filter(entry -> entry.halfStars() >= 8)
              .map(Entry::titleId)
              .toList();
      if (relevant.isEmpty() || liked.isEmpty()) {
        continue;
      }
      Ranking ranking = ranker.rank(1, 1, Viewer.of(Histories.of(seen, user)), NOW);
      List<Long> ranked =
          ranking.titles().stream().limit(PLACES).map(RankedTitle::titleId).toList();
      List<Long> row = ranking.rows().get(0).titleIds().subList(0, PLACES);
      plain.add(ranked, relevant, genres(liked, model), model);
      varied.add(row, relevant, genres(liked, model), model);
    }
    System.out.printf(
        "first row, %d viewers: nDCG@10 %.4f, as ranked %.4f; genres from the taste %.3f, as ranked %.3f%n",
        plain.viewers, varied.quality(), plain.quality(), varied.distance(), plain.distance());

    assertThat(varied.quality()).isGreaterThanOrEqualTo(0.99 * plain.quality());
    assertThat(varied.distance()).isLessThan(plain.distance());
  }

  private RatingsSnapshot seen() {
    Ratings ratings = world.ratings();
    RatingLog log = new RatingLog();
    for (int k = 0; k < ratings.size(); k++) {
      long user = ratings.viewer(k) + 1L;
      long title = id(world.titles().get(ratings.title(k)));
      if (Math.floorMod(user * 31 + title * 17, 5) != 0) {
        log.add(user, title, ratings.halfStars(k), (int) ratings.ratedAtEpochSeconds(k));
      } else if (ratings.halfStars(k) >= 8) {
        heldOut.computeIfAbsent(user, each -> new HashSet<>()).add(title);
      }
    }
    return RatingsSnapshot.EMPTY.with(log, 1);
  }

  private TitleFeatures features() {
    return TitleFeatures.of(titles.stream().map(RowVarietyTest::facts).toList());
  }

  private static TitleFacts facts(Title title) {
    List<Feature> features = new ArrayList<>();
    title.genres().forEach(key -> features.add(Feature.of(FeatureKind.GENRE, key)));
    title.keywords().forEach(key -> features.add(Feature.of(FeatureKind.KEYWORD, key)));
    title.countries().forEach(key -> features.add(Feature.of(FeatureKind.COUNTRY, key)));
    title
        .directors()
        .forEach(one -> features.add(Feature.of(FeatureKind.DIRECTOR, one.toString())));
    title.cast().forEach(one -> features.add(Feature.of(FeatureKind.CAST, one.toString())));
    return new TitleFacts(title.year(), null, null, TitleForm.FILM, null, features);
  }

  private static long id(Title title) {
    return Objects.requireNonNull(title.id());
  }

  /** The part of each genre in a list of titles. */
  private static Map<Integer, Double> genres(List<Long> list, HybridModel model) {
    Map<Integer, Double> parts = new HashMap<>();
    for (long id : list) {
      int[] genres =
          Arrays.stream(model.features().of(model.titleIndex(id)))
              .filter(one -> model.features().feature(one).kind() == FeatureKind.GENRE)
              .toArray();
      for (int genre : genres) {
        parts.merge(genre, 1.0 / genres.length / list.size(), Double::sum);
      }
    }
    return parts;
  }

  /** Sums over viewers. */
  private static final class Tally {
    private double quality;
    private double distance;
    private int viewers;

    void add(List<Long> list, Set<Long> relevant, Map<Integer, Double> taste, HybridModel model) {
      double gained = 0;
      double best = 0;
      for (int place = 0; place < PLACES; place++) {
        double discount = Math.log(2) / Math.log(place + 2.0);
        gained += relevant.contains(list.get(place)) ? discount : 0;
        best += place < relevant.size() ? discount : 0;
      }
      quality += gained / best;
      Map<Integer, Double> parts = genres(list, model);
      Set<Integer> all = new HashSet<>(parts.keySet());
      all.addAll(taste.keySet());
      distance +=
          all.stream()
                  .mapToDouble(
                      genre ->
                          Math.abs(parts.getOrDefault(genre, 0.0) - taste.getOrDefault(genre, 0.0)))
                  .sum()
              / 2;
      viewers++;
    }

    double quality() {
      return quality / viewers;
    }

    double distance() {
      return distance / viewers;
    }
  }
}
