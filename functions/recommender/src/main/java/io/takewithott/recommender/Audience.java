package io.takewithott.recommender;

import io.takewithott.recommender.content.AgeRating;
import io.takewithott.recommender.score.History.Entry;
import java.util.List;
import java.util.Set;

/** Who gets a ranking. */
public interface Audience {

  default List<Member> members(Scope scope) {
    return members(scope, UserRange.EVERYBODY);
  }

  List<Member> members(Scope scope, UserRange range);

  /** Whom a training ranks anew. */
  enum Scope {
    /** Those who can log in. */
    ACTIVE,
    /** Imported people too. */
    EVERYONE
  }

  /**
   * Somebody to rank for.
   *
   * @param pickedAtEpochSeconds when they last picked, 0 if they never did
   * @param highest the highest age rating that they may be shown
   * @param dismissed the titles that they do not want to be shown
   * @param unrated what they said without stars, as stars
   */
  record Member(
      long userId,
      long tasteVersion,
      int pickedAtEpochSeconds,
      List<Long> picks,
      AgeRating highest,
      Set<Long> dismissed,
      List<Entry> unrated) {
    public Member {
      unrated = List.copyOf(unrated);
      picks = List.copyOf(picks);
      dismissed = Set.copyOf(dismissed);
    }
  }
}
