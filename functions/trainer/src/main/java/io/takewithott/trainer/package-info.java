/**
 * The recommender's training on Apache Spark, for more ratings than one machine trains in time. It
 * reads the parts of the ratings, sums up wherever they lie what a model is made of, and publishes
 * the same files that the recommender's own training would. Only this package knows Spark.
 */
@NullMarked
package io.takewithott.trainer;

import org.jspecify.annotations.NullMarked;
