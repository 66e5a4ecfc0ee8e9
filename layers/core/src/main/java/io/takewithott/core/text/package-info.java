/** Text that people write, as it may be stored and shown. */
@NullMarked
package io.takewithott.core.text;

import org.jspecify.annotations.NullMarked;
