/**
 * The recommender: {@link io.takewithott.recommender.TrainHandler} exports the ratings, trains a
 * model, stores it and ranks anew, or goes back to an earlier model; {@link
 * io.takewithott.recommender.RefreshHandler} folds one user's changed history into the current
 * model and rewrites that user's ranking. Nobody waits for either.
 */
@NullMarked
package io.takewithott.recommender;

import org.jspecify.annotations.NullMarked;
