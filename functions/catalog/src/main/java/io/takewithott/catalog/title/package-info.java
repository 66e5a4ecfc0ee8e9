/** Titles: what a card shows of one, and the page of one with everything that is known of it. */
@NullMarked
package io.takewithott.catalog.title;

import org.jspecify.annotations.NullMarked;
