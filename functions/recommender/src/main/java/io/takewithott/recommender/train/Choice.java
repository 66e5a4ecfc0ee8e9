package io.takewithott.recommender.train;

import io.takewithott.recommender.model.Blend;

/**
 * What validation decided.
 *
 * @param beta the neighbours' penalty on popularity
 */
public record Choice(double beta, Blend blend) {}
