package io.takewithott.recommender.train;

import io.takewithott.recommender.content.TitleFeatures;
import io.takewithott.recommender.model.Blend;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.model.ItemNeighbours;
import io.takewithott.recommender.model.LatentFactors;
import io.takewithott.recommender.model.PreferenceFactors;
import io.takewithott.recommender.model.Trends;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains the hybrid in two rounds: one on nine tenths of the ratings, to choose on the rest how the
 * parts are blended, and one on all of them. The same ratings, titles and seed give the same model,
 * as long as the time suffices; when it runs out, the factors are left where they are and what was
 * not chosen keeps its default.
 */
public final class Trainer {
  /** Of the ratings of one user this part is held out: one in ten. */
  private static final int HELD_OUT_OF = 10;

  /** Users of the validation; more do not change the choice. */
  private static final int MOST_VALIDATED = 3000;

  private static final double DEFAULT_BETA = 0.5;
  private static final double[] BETAS = {0.0, 0.15, 0.3, 0.45, 0.6};

  /** The part of the time that choosing may take. */
  private static final int CHOOSING_PART = 2;

  private static final Logger LOG = LoggerFactory.getLogger(Trainer.class);

  private final FactorSettings factorSettings;
  private final long seed;
  private final InstantSource clock;
  private final Duration longest;

  public Trainer(FactorSettings factorSettings, long seed, InstantSource clock, Duration longest) {
    this.factorSettings = factorSettings;
    this.seed = seed;
    this.clock = clock;
    this.longest = longest;
  }

  /**
   * @param catalogue the ids of all titles, ascending; ratings of other titles are left out
   */
  public HybridModel train(RatingsSnapshot ratings, long[] catalogue) {
    Instant begin = clock.instant();
    Instant choosingEnds = begin.plus(longest.dividedBy(CHOOSING_PART));
    RatingsSnapshot known = ratings.over(catalogue);
    RatingsSnapshot seen = known.where(position -> !isHeldOut(position));
    RatingsSnapshot unseen = known.where(position -> isHeldOut(position));
    Choice choice = choose(seen, unseen, choosingEnds);
    return fit(known, choice, begin.plus(longest));
  }

  /** The same with the facts of the titles and what is going on about them, which it carries. */
  public HybridModel train(RatingsSnapshot ratings, long[] catalogue, TitleFeatures features) {
    Trends trends = new TrendTraining(catalogue.length).add(ratings.over(catalogue)).train();
    return train(ratings, catalogue).with(features, trends);
  }

  /** Chooses by training on one part and ranking for the other; both over the same titles. */
  public Choice choose(RatingsSnapshot seen, RatingsSnapshot unseen) {
    return choose(seen, unseen, clock.instant().plus(longest));
  }

  /** Trains on all ratings as was chosen. */
  public HybridModel fit(RatingsSnapshot ratings, Choice choice) {
    return fit(ratings, choice, clock.instant().plus(longest));
  }

  private Choice choose(RatingsSnapshot seen, RatingsSnapshot unseen, Instant end) {
    Choice choice = new Choice(DEFAULT_BETA, BlendSearch.DEFAULT);
    List<HeldOut> users = HeldOut.users(seen, unseen, MOST_VALIDATED);
    if (users.isEmpty()) {
      return choice;
    }
    BlendSearch search = new BlendSearch(users);
    // Predicted stars have no part in a ranking, so none are trained to choose its blend.
    LatentFactors factors = new FactorTraining(factorSettings, seed).none(seen.titleCount());
    PreferenceFactors preferences = new PreferenceTraining(seen, seed).train(timeIsUp(end));
    NeighbourTraining neighbours = new NeighbourTraining(seen);
    float[] crowd = CrowdTraining.train(seen);
    double best = -1;
    for (double beta : BETAS) {
      if (timeIsUp(end).getAsBoolean()) {
        LOG.warn("no time is left to choose the blend; beta {} stays", choice.beta());
        return choice;
      }
      HybridModel candidate =
          model(seen, crowd, factors, preferences, neighbours.train(beta), choice.blend());
      Blend blend = search.search(candidate);
      double quality = search.quality(candidate.with(blend));
      LOG.info("beta {}: nDCG@10 {} of {} users with {}", beta, quality, users.size(), blend);
      if (quality > best) {
        best = quality;
        choice = new Choice(beta, blend);
      }
    }
    return choice;
  }

  private HybridModel fit(RatingsSnapshot ratings, Choice choice, Instant end) {
    LatentFactors factors = new FactorTraining(factorSettings, seed).train(ratings, timeIsUp(end));
    PreferenceFactors preferences = new PreferenceTraining(ratings, seed).train(timeIsUp(end));
    ItemNeighbours neighbours = new NeighbourTraining(ratings).train(choice.beta());
    return model(
        ratings, CrowdTraining.train(ratings), factors, preferences, neighbours, choice.blend());
  }

  private HybridModel model(
      RatingsSnapshot ratings,
      float[] crowd,
      LatentFactors factors,
      PreferenceFactors preferences,
      ItemNeighbours neighbours,
      Blend blend) {
    long[] titleIds = new long[ratings.titleCount()];
    for (int title = 0; title < titleIds.length; title++) {
      titleIds[title] = ratings.titleId(title);
    }
    return new HybridModel(
        clock.instant(), titleIds, crowd, factors, preferences, neighbours, blend);
  }

  private BooleanSupplier timeIsUp(Instant end) {
    return () -> !clock.instant().isBefore(end);
  }

  /** One rating in ten, by the seed and its place in the snapshot. */
  private boolean isHeldOut(int position) {
    long key = seed * 31 + position * 0x9e3779b97f4a7c15L;
    key = (key ^ (key >>> 31)) * 0xbf58476d1ce4e5b9L;
    return Long.remainderUnsigned(key ^ (key >>> 29), HELD_OUT_OF) == 0;
  }
}
