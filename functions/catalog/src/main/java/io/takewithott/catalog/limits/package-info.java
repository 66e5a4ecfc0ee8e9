/** What a member may do only so often a day. */
@NullMarked
package io.takewithott.catalog.limits;

import org.jspecify.annotations.NullMarked;
