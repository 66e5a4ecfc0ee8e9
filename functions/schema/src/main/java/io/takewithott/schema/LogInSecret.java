package io.takewithott.schema;

import io.takewithott.core.secrets.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The log-ins that the secret names: the one in use, and while it is being changed the next. */
final class LogInSecret {
  private static final String PENDING = "AWSPENDING";

  private final Secrets secrets;
  private final String id;

  LogInSecret(Secrets secrets, String id) {
    this.secrets = secrets;
    this.id = id;
  }

  /**
   * @throws IllegalStateException when both have one name, for then the one in use would be locked
   *     out
   */
  List<LogIn> logIns() {
    LogIn current = LogIn.parse(secrets.fresh(id));
    List<LogIn> all = new ArrayList<>(List.of(current));
    Optional<LogIn> pending = secrets.staged(id, PENDING).map(LogIn::parse);
    if (pending.isPresent() && !pending.get().equals(current)) {
      if (pending.get().username().equals(current.username())) {
        throw new IllegalStateException(
            "The next log-in is " + current.username() + " as well: it needs another username");
      }
      all.add(pending.get());
    }
    return all;
  }
}
