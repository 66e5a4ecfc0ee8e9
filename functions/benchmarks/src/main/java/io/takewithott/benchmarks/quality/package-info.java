/**
 * How good the answers are: the three files of a split for an independent scorer, and for the data
 * sets whose answers are at hand a table of ours beside Taste's recommenders in the same run and
 * beside what others measured, with the paired bootstrap interval of the difference.
 */
@NullMarked
package io.takewithott.benchmarks.quality;

import org.jspecify.annotations.NullMarked;
