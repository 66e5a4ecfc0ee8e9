package io.takewithott.auth.social;

import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;

/** What social log-in needs of the rest of the accounts. */
public interface Accounts {

  /** The answer with a new session of that user in it. */
  Response withSession(Request request, Response response, long userId);

  /**
   * Erases the account of somebody without a password, with all personal data; ratings stay,
   * nobody's.
   */
  void erase(long userId);
}
