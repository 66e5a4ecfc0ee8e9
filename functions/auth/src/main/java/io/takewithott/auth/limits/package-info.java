/** How often something may be tried, as far as accounts are concerned: limits are data. */
@NullMarked
package io.takewithott.auth.limits;

import org.jspecify.annotations.NullMarked;
