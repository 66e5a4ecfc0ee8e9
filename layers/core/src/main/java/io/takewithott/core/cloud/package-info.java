/** AWS clients made from the environment; the only place that knows how they are configured. */
@NullMarked
package io.takewithott.core.cloud;

import org.jspecify.annotations.NullMarked;
