package io.takewithott.auth.social;

import io.takewithott.core.http.Caller;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.core.limits.Claim;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What social log-in needs of the rest of the accounts. */
public interface Accounts {

  /** The answer with a new session of that user in it. */
  Response withSession(Request request, Response response, long userId);

  /**
   * Makes sure that a caller is the owner, not somebody with their device or token: by the
   * password, or by a log-in that is minutes old.
   *
   * @return the attempts this took, to be settled with what follows
   */
  List<Claim> prove(Caller caller, @Nullable String password);

  /**
   * Erases the account of somebody without a password, with all personal data; ratings stay,
   * nobody's.
   */
  void erase(long userId);
}
