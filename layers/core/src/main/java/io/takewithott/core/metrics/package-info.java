/**
 * What is measured, and how it becomes a metric: a log line says its numbers, in CloudWatch's
 * embedded metric format, and CloudWatch makes metrics of them. Nothing is called while somebody
 * waits, and nothing is lost when an instance ends.
 */
@NullMarked
package io.takewithott.core.metrics;

import org.jspecify.annotations.NullMarked;
