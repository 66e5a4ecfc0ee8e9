/**
 * Worlds of ratings made up in the shape of MovieLens 20M (Harper and Konstan, TiiS 2015), of any
 * size, for what needs more ratings than can be carried along.
 */
@NullMarked
package io.takewithott.benchmarks.synthetic;

import org.jspecify.annotations.NullMarked;
