package io.takewithott.community.chat;

/**
 * A connection that something is written to.
 *
 * @param hidden whether its user has blocked whoever wrote it
 */
record Recipient(String connectionId, long userId, boolean hidden) {}
