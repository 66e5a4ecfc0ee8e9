package io.takewithott.local.world;

/**
 * Which title of a data set is which elsewhere.
 *
 * @param key what the data set calls it
 * @param site {@code imdb} or {@code tmdb-film}
 * @param link its number there; IMDb's with {@code tt}
 */
public record TitleLink(String key, String site, String link) {}
