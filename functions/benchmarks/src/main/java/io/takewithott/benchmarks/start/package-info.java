/**
 * How long the packaged functions take to start and to answer, each a process of its own on AWS's
 * runtime client, beside a handler that does nothing; the system's own endpoints and its database
 * are behind them. What Lambda does around a process, a snapshot's restoration above all, is not in
 * it, and neither is Lambda's share of a processor.
 */
@NullMarked
package io.takewithott.benchmarks.start;

import org.jspecify.annotations.NullMarked;
