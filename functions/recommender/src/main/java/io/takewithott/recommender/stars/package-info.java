/**
 * Predicted stars: what somebody would give a title that they have not rated, and how sure that is.
 * Biases, Bayesian factors and item neighbours, put together by least squares on ratings held out
 * during the training. A model knows titles and no users; a user is folded in from their history.
 */
@NullMarked
package io.takewithott.recommender.stars;

import org.jspecify.annotations.NullMarked;
