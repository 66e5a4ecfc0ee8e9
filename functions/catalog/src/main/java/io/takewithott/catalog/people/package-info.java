/** Who directed and who played, and in what. */
@NullMarked
package io.takewithott.catalog.people;

import org.jspecify.annotations.NullMarked;
