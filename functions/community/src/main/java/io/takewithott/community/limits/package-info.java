/** How often members may write, report and connect. */
@NullMarked
package io.takewithott.community.limits;

import org.jspecify.annotations.NullMarked;
