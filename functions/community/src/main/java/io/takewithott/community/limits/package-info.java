/** What may be tried how often in this module. */
@NullMarked
package io.takewithott.community.limits;

import org.jspecify.annotations.NullMarked;
