package io.takewithott.catalog.tmdb;

/**
 * @param calls requests that were made
 * @param throttled answered with 429
 * @param repeated made again after a failure
 */
public record CallCounts(int calls, int throttled, int repeated) {}
