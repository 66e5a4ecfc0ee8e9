/**
 * Mahout Taste's interfaces over this module's own data: ratings as a {@code DataModel}, neighbours
 * as an {@code ItemSimilarity}, the hybrid as a {@code Recommender}. Through them Taste's own
 * recommenders run on the same data, as baselines.
 */
@NullMarked
package io.takewithott.recommender.taste;

import org.jspecify.annotations.NullMarked;
