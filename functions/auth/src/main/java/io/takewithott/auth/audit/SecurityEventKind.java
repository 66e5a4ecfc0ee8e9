package io.takewithott.auth.audit;

/** What can happen to an account. The names are part of the API. */
public enum SecurityEventKind {
  SIGNED_UP,
  LOGGED_IN,
  LOG_IN_FAILED,
  LOGGED_OUT,
  LOGGED_OUT_EVERYWHERE,
  SESSION_REVOKED,
  /** A refresh token came a second time: somebody may have copied it. Its session was ended. */
  REFRESH_TOKEN_REUSED,
  PASSWORD_CHANGED,
  PASSWORD_RESET_ASKED,
  PASSWORD_RESET,
  EMAIL_VERIFIED,
  DATA_EXPORTED,
  IDENTITY_LINKED,
  IDENTITY_UNLINKED,
  ROLE_CHANGED
}
