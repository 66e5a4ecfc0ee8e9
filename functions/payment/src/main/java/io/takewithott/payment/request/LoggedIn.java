package io.takewithott.payment.request;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.http.Caller;
import io.takewithott.core.http.RouteHandler;
import io.takewithott.core.session.LiveSession;
import io.takewithott.payment.money.Today;

/**
 * Routes that money or a log-in depends on: a token whose session has ended opens them no more, nor
 * one of somebody who was an administrator. One database call before the route's own.
 */
public final class LoggedIn {
  private static final String LIVE =
      "select u.user_id, u.role = 'admin' as admin from users u"
          + " where u.user_id = :userId and u.deleted_at is null and "
          + LiveSession.IS_LIVE;

  private final Database database;
  private final Today today;

  public LoggedIn(Database database, Today today) {
    this.database = database;
    this.today = today;
  }

  public RouteHandler only(RouteHandler handler) {
    return request -> {
      ask(request.requireCaller());
      return handler.handle(request);
    };
  }

  public RouteHandler adminOnly(RouteHandler handler) {
    return request -> {
      Caller caller = request.requireCaller();
      if (!caller.admin() || !ask(caller).admin()) {
        throw new AppException(ErrorCode.FORBIDDEN, "This is for administrators");
      }
      return handler.handle(request);
    };
  }

  private Live ask(Caller caller) {
    return database
        .readOne(
            Sql.of(LIVE)
                .bind("userId", caller.userId())
                .bind("sessionId", caller.sessionId())
                .bindSeconds("now", today.now()),
            Live.class)
        .orElseThrow(LiveSession::loggedOut);
  }

  record Live(long userId, boolean admin) {}
}
