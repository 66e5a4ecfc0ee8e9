package io.takewithott.catalog.importing;

import io.takewithott.catalog.tmdb.FoundTitle;
import io.takewithott.catalog.tmdb.TitleKey;
import org.jspecify.annotations.Nullable;

/**
 * What TMDB said of one title: a title, that there is none, or nothing that could be used.
 *
 * @param gone whether it knows none of that number
 * @param failure why nothing is known; the next run asks again
 */
record Reading(TitleKey key, @Nullable FoundTitle title, boolean gone, @Nullable String failure) {}
