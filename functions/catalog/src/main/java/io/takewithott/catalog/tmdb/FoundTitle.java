package io.takewithott.catalog.tmdb;

import org.jspecify.annotations.Nullable;

/**
 * A title as TMDB has it.
 *
 * @param imdbId with {@code tt}
 */
public record FoundTitle(TitleKey key, @Nullable String imdbId, TitleFacts facts) {}
