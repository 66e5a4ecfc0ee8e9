/**
 * How measurements are shown: progress bars while they run, tables and plots when they are done.
 */
@NullMarked
package io.takewithott.benchmarks.report;

import org.jspecify.annotations.NullMarked;
