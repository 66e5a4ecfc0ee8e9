package io.takewithott.core.ranking;

import java.time.Instant;
import java.util.List;

/**
 * The titles of the whole catalogue that suit one user best, best first, without those the user has
 * rated, picked or dismissed, and the rows made of them.
 *
 * @param userId whose ranking it is; {@link #EVERYBODY} for the popularity order
 * @param tasteVersion the state of the user's history it was made from
 * @param modelVersion the model it was made with
 * @param titles the best {@link #BEST}, then those further down that a row shows or that come first
 *     at an end of alpha; scores strictly falling
 * @param rows what a home page shows, in order; no title twice, every one of them in {@code titles}
 */
public record Ranking(
    long userId,
    long tasteVersion,
    String modelVersion,
    Instant rankedAt,
    List<RankedTitle> titles,
    List<RankedRow> rows) {

  /** Nobody's id: the ranking by popularity, for those who have none of their own. */
  public static final long EVERYBODY = 0;

  /** The best titles, none left out: several home pages' worth, at about 150 bytes each. */
  public static final int BEST = 300;

  /** The first at either end of alpha, three rows' worth: something to show towards it. */
  public static final int FIRST_AT_ENDS = 60;

  /** Titles a ranking holds: all those, and as many as the best again for the rows. */
  public static final int LONGEST = 2 * BEST + 2 * FIRST_AT_ENDS;

  public Ranking {
    titles = List.copyOf(titles);
    rows = List.copyOf(rows);
    if (titles.size() > LONGEST) {
      throw new IllegalArgumentException(titles.size() + " titles, at most " + LONGEST);
    }
  }

  /** Where the ranking of a user lies. */
  public static String key(long userId) {
    return userId == EVERYBODY ? "rankings/popular" : "rankings/" + userId;
  }
}
