/** Messages to SQS, and the shapes of those that pass between functions. */
@NullMarked
package io.takewithott.core.queue;

import org.jspecify.annotations.NullMarked;
