package io.takewithott.recommender.train;

import io.takewithott.recommender.model.PreferenceFactors;
import io.takewithott.recommender.snapshot.RatingsByTitle;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.Arrays;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Trains factors of preference by alternating least squares (Hu, Koren, Volinsky, ICDM 2008; few
 * factors and a strong ridge as in Rendle et al.: Revisiting the Performance of iALS, RecSys 2022).
 * Users and titles take turns: each side is folded in to the other, on all cores.
 */
final class PreferenceTraining {
  private static final double NOISE = 0.1;

  private final RatingsSnapshot ratings;
  private final long seed;
  private final Side users;
  private final Side titles;

  PreferenceTraining(RatingsSnapshot ratings, long seed) {
    this.ratings = ratings;
    this.seed = seed;
    this.users = users();
    this.titles = titles();
  }

  private Side users() {
    Side side = new Side(ratings.userCount(), ratings.size());
    for (int user = 0; user < ratings.userCount(); user++) {
      side.offsets[user + 1] = ratings.end(user);
      for (int k = ratings.begin(user); k < ratings.end(user); k++) {
        side.others[k] = ratings.title(k);
        side.affinities[k] = ratings.halfStars(k) / 10f;
      }
    }
    return side;
  }

  private Side titles() {
    RatingsByTitle byTitle = RatingsByTitle.of(ratings);
    Side side = new Side(ratings.titleCount(), ratings.size());
    for (int title = 0; title < ratings.titleCount(); title++) {
      side.offsets[title + 1] = byTitle.end(title);
      for (int place = byTitle.begin(title); place < byTitle.end(title); place++) {
        side.others[place] = byTitle.user(place);
        side.affinities[place] = byTitle.halfStars(place) / 10f;
      }
    }
    return side;
  }

  /** Factors that say nothing when there is no time for a single round: the start is noise. */
  PreferenceFactors train(PreferenceSettings settings, BooleanSupplier timeIsUp) {
    if (timeIsUp.getAsBoolean()) {
      return factors(
          new float[Math.multiplyExact(ratings.titleCount(), settings.width())], settings);
    }
    Random random = new Random(seed);
    float[] start = new float[Math.multiplyExact(ratings.titleCount(), settings.width())];
    for (int title = 0; title < ratings.titleCount(); title++) {
      // A title that nobody rated belongs to no direction of taste.
      if (titles.offsets[title + 1] > titles.offsets[title]) {
        for (int f = 0; f < settings.width(); f++) {
          start[title * settings.width() + f] = (float) (random.nextGaussian() * NOISE);
        }
      }
    }
    PreferenceFactors titleFactors = factors(start, settings);
    for (int round = 0;
        round < settings.rounds() && (round == 0 || !timeIsUp.getAsBoolean());
        round++) {
      PreferenceFactors userFactors =
          factors(users.foldedInto(titleFactors, settings.width()), settings);
      titleFactors = factors(titles.foldedInto(userFactors, settings.width()), settings);
    }
    return titleFactors;
  }

  private static PreferenceFactors factors(float[] rows, PreferenceSettings settings) {
    return new PreferenceFactors(
        settings.width(), (float) settings.certainty(), (float) settings.ridge(), rows);
  }

  /** Users with their titles, or titles with their users. */
  private static final class Side {
    private final int[] offsets;
    private final int[] others;
    private final float[] affinities;

    Side(int rows, int size) {
      this.offsets = new int[rows + 1];
      this.others = new int[size];
      this.affinities = new float[size];
    }

    float[] foldedInto(PreferenceFactors fixed, int width) {
      int rows = offsets.length - 1;
      float[] result = new float[Math.multiplyExact(rows, width)];
      IntStream.range(0, rows)
          .parallel()
          .filter(row -> offsets[row + 1] > offsets[row])
          .forEach(
              row -> {
                int[] known = Arrays.copyOfRange(others, offsets[row], offsets[row + 1]);
                float[] liked = Arrays.copyOfRange(affinities, offsets[row], offsets[row + 1]);
                double[] own = fixed.foldIn(known, liked).factors();
                for (int f = 0; f < width; f++) {
                  result[row * width + f] = (float) own[f];
                }
              });
      return result;
    }
  }
}
