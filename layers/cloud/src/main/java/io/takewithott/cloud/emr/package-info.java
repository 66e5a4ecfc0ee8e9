/**
 * EMR Serverless on one machine: job runs over its own paths, each a process of its own that really
 * runs the application.
 */
@NullMarked
package io.takewithott.cloud.emr;

import org.jspecify.annotations.NullMarked;
