package io.takewithott.recommender;

import io.takewithott.recommender.model.VersionedModel;

/** Writes down which titles are like each other, as a model sees it, for pages that load no model. */
interface SimilarStage {
  /** Never fails a training: what cannot be written stays as it was. */
  void write(VersionedModel model);
}
