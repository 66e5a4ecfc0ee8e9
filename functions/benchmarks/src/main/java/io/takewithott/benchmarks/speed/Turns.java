package io.takewithott.benchmarks.speed;

import io.takewithott.recommender.score.History;
import io.takewithott.recommender.score.History.Entry;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Whose turn it is: users and strangers in a fixed random order, over and over. */
final class Turns {
  private static final long SEED = 20261101;
  private static final int MOST_DRAWS = 100;
  private static final int LIKED_HALF_STARS = 8;

  private final RatingsSnapshot ratings;
  private final Random random = new Random(SEED);

  Turns(RatingsSnapshot ratings) {
    this.ratings = ratings;
  }

  /** The index of a user. */
  int user() {
    return random.nextInt(ratings.userCount());
  }

  /** Titles that somebody rated: the popular ones come more often. Fewer in a very small world. */
  List<Long> titles(int howMany) {
    Set<Long> titles = new LinkedHashSet<>();
    for (int draw = 0; draw < MOST_DRAWS * howMany && titles.size() < howMany; draw++) {
      titles.add(ratings.titleId(ratings.title(random.nextInt(ratings.size()))));
    }
    return List.copyOf(titles);
  }

  /** A stranger who rated so many titles. */
  History rated(int howMany) {
    List<Entry> entries = new ArrayList<>();
    for (long title : titles(howMany)) {
      entries.add(Entry.rated(title, LIKED_HALF_STARS, 0));
    }
    return new History(entries);
  }
}
