/** Writing to the clients of a WebSocket API. */
@NullMarked
package io.takewithott.core.socket;

import org.jspecify.annotations.NullMarked;
