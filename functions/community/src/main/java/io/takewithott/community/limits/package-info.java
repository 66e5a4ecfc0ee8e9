/** How often members may write. */
@NullMarked
package io.takewithott.community.limits;

import org.jspecify.annotations.NullMarked;
