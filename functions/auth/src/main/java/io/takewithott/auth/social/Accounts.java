package io.takewithott.auth.social;

import io.takewithott.core.database.Statements;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;

/** What social log-in needs of the rest of the accounts. */
public interface Accounts {

  /** The answer with a new session of that user in it. */
  Response withSession(Request request, Response response, long userId);

  /** Erases a user's personal data within a transaction; ratings stay, nobody's. */
  void erase(Statements statements, long userId);
}
