/** How often members may change what they say of titles. */
@NullMarked
package io.takewithott.rating.limits;

import org.jspecify.annotations.NullMarked;
