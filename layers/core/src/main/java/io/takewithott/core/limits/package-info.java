/**
 * How often something may be tried. The counts lie in the database, so that they hold across every
 * instance; the limits are data; an attempt is taken and judged in one statement.
 */
@NullMarked
package io.takewithott.core.limits;

import org.jspecify.annotations.NullMarked;
