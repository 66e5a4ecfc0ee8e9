/**
 * Measurements that are never deployed: the recommender's rankings and predicted stars written for
 * an independent scorer, with the time and memory that each stage took.
 */
@NullMarked
package io.takewithott.benchmarks;

import org.jspecify.annotations.NullMarked;
