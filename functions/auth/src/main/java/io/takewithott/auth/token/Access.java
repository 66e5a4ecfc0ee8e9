package io.takewithott.auth.token;

/**
 * What an access token says.
 *
 * @param sessionId the log-in it descends from
 */
public record Access(long userId, String sessionId, boolean admin) {}
