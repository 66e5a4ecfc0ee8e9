package io.takewithott.recommender;

/** Which titles there are. */
interface Catalogue {
  /** The ids of all titles, ascending. */
  long[] titleIds();
}
