package io.takewithott.recommender.score;

import io.takewithott.recommender.score.History.Entry;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.ArrayList;
import java.util.List;

/** The histories of the users of a snapshot. */
public final class Histories {
  private Histories() {}

  /** What a user of the snapshot rated. */
  public static List<Entry> ratings(RatingsSnapshot snapshot, int user) {
    List<Entry> entries = new ArrayList<>(snapshot.end(user) - snapshot.begin(user));
    for (int k = snapshot.begin(user); k < snapshot.end(user); k++) {
      entries.add(
          Entry.rated(
              snapshot.titleId(snapshot.title(k)),
              snapshot.halfStars(k),
              snapshot.ratedAtEpochSeconds(k)));
    }
    return entries;
  }

  public static History of(RatingsSnapshot snapshot, int user) {
    return new History(ratings(snapshot, user));
  }
}
