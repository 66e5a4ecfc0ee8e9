/** Lists of titles: filtered and sorted by pages, the rank of the day, genres and services. */
@NullMarked
package io.takewithott.catalog.browse;

import org.jspecify.annotations.NullMarked;
