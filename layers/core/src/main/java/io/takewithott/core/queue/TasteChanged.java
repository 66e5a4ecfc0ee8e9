package io.takewithott.core.queue;

/**
 * A user's history has changed, and with it their ranking.
 *
 * @param tasteVersion the number of changes of this user so far; a ranking that already knows as
 *     many needs no work
 */
public record TasteChanged(long userId, long tasteVersion) {}
