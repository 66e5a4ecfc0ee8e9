/** Lists of what the caller said and saw, newest first. */
@NullMarked
package io.takewithott.rating.list;

import org.jspecify.annotations.NullMarked;
