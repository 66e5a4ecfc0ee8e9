/**
 * What several people can watch together, out of the rankings that lie ready for each of them: one
 * order by a strategy, and for each title what it is to everybody. Whom one may choose, both have
 * agreed to.
 */
@NullMarked
package io.takewithott.catalog.together;

import org.jspecify.annotations.NullMarked;
