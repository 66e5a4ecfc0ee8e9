/**
 * Measurements that are never deployed. Here: reading a data set's split, the recommender's answers
 * to it as files for an independent scorer, and what every measurement shares: the one place that
 * trains the model, stages with their time and memory. The commands are in {@code quality}, {@code
 * speed} and {@code scale}; those of Taste's recommenders that they are measured beside in {@code
 * baseline}.
 */
@NullMarked
package io.takewithott.benchmarks;

import org.jspecify.annotations.NullMarked;
