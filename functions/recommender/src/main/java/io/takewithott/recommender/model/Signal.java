package io.takewithott.recommender.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a ranking is made of: each gives every title a number for a history. The order is that of
 * the weights in a model's file; a new one goes to the end.
 */
public enum Signal {
  /** Item weights over the levels of the ratings. */
  LEARNED(Part.KNN),
  /** Item weights over how the ratings deviate from the user's own mean. */
  OPINION(Part.KNN),
  /** The random walk over raters. */
  WALK(Part.KNN),
  /** Factors of preference, few and strongly drawn to zero. */
  COARSE_TASTE(Part.SVD),
  /** Factors of preference, more of them. */
  FINE_TASTE(Part.SVD),
  /** How many liked the title; the same for everybody. */
  POPULARITY(Part.CROWD),
  /** How well the title was rated by those who rated it; the same for everybody. */
  ESTEEM(Part.CROWD),
  /** How alike a title is to those of the history by what the catalogue says of it. */
  CONTENT(Part.KNN),
  /** How little is known of the title: most where nobody liked it; the same for everybody. */
  OBSCURITY(Part.CROWD),
  /** Predicted stars: never enough to rank by, but they tell good from bad among what suits. */
  STARS(Part.STARS);

  /** Those that lead everybody to the same titles. */
  public static final Set<Signal> FAME =
      Collections.unmodifiableSet(EnumSet.of(POPULARITY, OBSCURITY));

  private final Part part;

  Signal(Part part) {
    this.part = part;
  }

  public Part part() {
    return part;
  }

  /** Which half of the hybrid a signal belongs to. */
  public enum Part {
    KNN,
    SVD,
    CROWD,
    /** Of factors, neighbours and what everybody thinks. */
    STARS
  }
}
