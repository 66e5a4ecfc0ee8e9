/** One JSON object per log line, with the function and the request it belongs to. */
@NullMarked
package io.takewithott.core.logging;

import org.jspecify.annotations.NullMarked;
