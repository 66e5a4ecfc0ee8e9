/**
 * From a model and one user's history to a score of every title: folding in, the signals and their
 * weights, which titles may be shown to that user, the best of them, and why. Nothing here trains.
 */
@NullMarked
package io.takewithott.recommender.score;

import org.jspecify.annotations.NullMarked;
