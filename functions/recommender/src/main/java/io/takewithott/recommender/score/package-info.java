/**
 * From a model and one user's history to that user's ranking: folding in, scoring every title,
 * choosing the best, saying why, and laying out the rows of a home page. Nothing here trains.
 */
@NullMarked
package io.takewithott.recommender.score;

import org.jspecify.annotations.NullMarked;
