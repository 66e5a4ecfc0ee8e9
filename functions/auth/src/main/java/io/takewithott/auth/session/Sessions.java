package io.takewithott.auth.session;

import io.takewithott.auth.client.Client;
import io.takewithott.auth.session.SessionStore.Member;
import io.takewithott.auth.session.SessionStore.Turn;
import io.takewithott.auth.token.Access;
import io.takewithott.auth.token.AccessTokens;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.limits.Claim;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Opens sessions and keeps them alive. A refresh token is good once. One that comes again ends its
 * session, unless its successor is unused and it came moments ago: then the answer was lost, or two
 * tabs asked at once, and the same successor is given again. That opens no second line: whoever
 * else holds the successor still collides with us at the next turn.
 */
public final class Sessions {
  /** For an answer that was lost, or for two tabs. */
  static final Duration GRACE = Duration.ofSeconds(10);

  private final SessionStore store;
  private final AccessTokens tokens;
  private final SecureRandom random;
  private final InstantSource clock;

  public Sessions(
      SessionStore store, AccessTokens tokens, SecureRandom random, InstantSource clock) {
    this.store = store;
    this.tokens = tokens;
    this.random = random;
    this.clock = clock;
  }

  /** A session for a user who has proven to be one; one database call. */
  public OpenedSession open(long userId, Client client) {
    return open(userId, client, List.of());
  }

  /**
   * @param succeeded attempts that were taken before and have now succeeded
   */
  public OpenedSession open(long userId, Client client, List<Claim> succeeded) {
    RefreshToken refresh = RefreshToken.of(randomBytes());
    String sessionId = UUID.randomUUID().toString();
    Instant now = clock.instant();
    Member member =
        store
            .open(sessionId, userId, refresh, client, now, succeeded)
            .orElseThrow(
                () ->
                    new AppException(
                        ErrorCode.UNAUTHENTICATED, "This account is gone: sign up again"));
    return opened(member, sessionId, refresh, now);
  }

  /**
   * The next pair of tokens; one database call.
   *
   * @throws AppException SESSION_ENDED
   */
  public OpenedSession refresh(String text, Client client) {
    RefreshToken token = RefreshToken.parse(text).orElseThrow(Sessions::ended);
    Instant now = clock.instant();
    String salt = HexFormat.of().formatHex(randomBytes());
    Turn first = turn(token, salt, now);
    Turn turn = first.raced() ? turn(token, salt, now) : first;
    if (turn.turned()) {
      return opened(turn.member(), turn.sessionId(), token.successor(salt), now);
    }
    Optional<String> again = turn.saltSince(now.minus(GRACE));
    if (again.isPresent()) {
      return opened(turn.member(), turn.sessionId(), token.successor(again.get()), now);
    }
    if (turn.wasUsed()) {
      store.endForReuse(turn.sessionId(), client, now);
    }
    throw ended();
  }

  private Turn turn(RefreshToken token, String salt, Instant now) {
    return store.turn(token, salt, token.successor(salt), now).orElseThrow(Sessions::ended);
  }

  /** Ends the session of a refresh token, if it is one. */
  public void end(String text, Client client) {
    RefreshToken.parse(text).ifPresent(token -> store.end(token, client, clock.instant()));
  }

  private OpenedSession opened(Member member, String sessionId, RefreshToken refresh, Instant now) {
    return new OpenedSession(
        member.userId(),
        member.nickname(),
        member.picks(),
        member.admin(),
        sessionId,
        tokens.issue(new Access(member.userId(), sessionId, member.admin())),
        refresh,
        now.plus(SessionStore.IDLE));
  }

  private byte[] randomBytes() {
    byte[] bytes = new byte[RefreshToken.BYTES];
    random.nextBytes(bytes);
    return bytes;
  }

  private static AppException ended() {
    return new AppException(ErrorCode.SESSION_ENDED, "This log-in has ended: log in again");
  }
}
