/** The one JSON mapper that every function uses. */
@NullMarked
package io.takewithott.core.json;

import org.jspecify.annotations.NullMarked;
