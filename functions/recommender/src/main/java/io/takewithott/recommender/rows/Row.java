package io.takewithott.recommender.rows;

/** One kind of row. Holds nothing of a viewer, so one serves all. */
interface Row {
  /** Adds the rows of this kind that the viewer's page is to have, if any. */
  void addTo(Page page);
}
