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
  EMAIL_CHANGE_ASKED,
  /** By the owner of the address so far, who did not ask for another. */
  EMAIL_CHANGE_STOPPED,
  EMAIL_CHANGED,
  DATA_EXPORTED,
  IDENTITY_LINKED,
  IDENTITY_UNLINKED,
  ROLE_CHANGED
}
