/**
 * How well search finds what was meant: famous lines and titles, queried as people spoil them, and
 * sentences that are in no line.
 */
@NullMarked
package io.takewithott.benchmarks.search;

import org.jspecify.annotations.NullMarked;
