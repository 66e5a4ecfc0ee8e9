package io.takewithott.catalog.tmdb;

/** A title as TMDB counts it. */
public record TitleKey(Kind kind, long tmdbId) {}
