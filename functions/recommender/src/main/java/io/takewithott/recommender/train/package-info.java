/**
 * From a snapshot of ratings to a model. Everything that is random comes from one seed, so the same
 * snapshot gives the same model; what the data should decide is decided on ratings held out for it.
 */
@NullMarked
package io.takewithott.recommender.train;

import org.jspecify.annotations.NullMarked;
