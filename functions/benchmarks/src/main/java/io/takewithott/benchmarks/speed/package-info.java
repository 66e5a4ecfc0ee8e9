/**
 * How fast training, ranking and fold-in are, beside Taste's recommenders in the same run: wall
 * time and memory of the long ones, JMH for what takes milliseconds.
 */
@NullMarked
package io.takewithott.benchmarks.speed;

import org.jspecify.annotations.NullMarked;
