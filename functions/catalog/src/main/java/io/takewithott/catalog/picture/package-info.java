/** What titles look like: posters, stored, linked or drawn, and clips in pieces. */
@NullMarked
package io.takewithott.catalog.picture;

import org.jspecify.annotations.NullMarked;
