/** Which services to hold in which months so that a wish list is seen within a budget. */
@NullMarked
package io.takewithott.catalog.rotation;

import org.jspecify.annotations.NullMarked;
