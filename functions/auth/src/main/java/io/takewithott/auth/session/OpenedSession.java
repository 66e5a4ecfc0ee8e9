package io.takewithott.auth.session;

import io.takewithott.auth.token.AccessToken;
import java.time.Instant;

/**
 * A session with its present tokens.
 *
 * @param picks how many favourites the user has chosen
 * @param endsAt when the refresh token expires
 */
public record OpenedSession(
    long userId,
    String nickname,
    int picks,
    boolean admin,
    String sessionId,
    AccessToken access,
    RefreshToken refresh,
    Instant endsAt) {}
