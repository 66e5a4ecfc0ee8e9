/** Work that is too large for a function: runs of a Spark application on EMR Serverless. */
@NullMarked
package io.takewithott.core.jobs;

import org.jspecify.annotations.NullMarked;
