package io.takewithott.rating.list;

import io.takewithott.core.AppException;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.http.Caller;
import io.takewithott.core.http.Cursor;
import io.takewithott.core.session.LiveSession;
import java.time.InstantSource;
import java.util.List;

/** The caller's lists in the database, a page a call. */
final class ListStore {
  /** An entry has at most some 500 bytes, and a row of the Data API 64 KB. */
  static final int PAGE = 50;

  /** Later than anything here, and what a timestamp can hold. */
  private static final long LATEST_MICROS = 4_000_000_000L * 1_000_000;

  private static final long MICROS = 1_000_000;

  private final Database database;
  private final InstantSource clock;

  ListStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * One entry more than a page where there are more.
   *
   * @throws AppException UNAUTHENTICATED
   */
  List<ListEntry> page(MyList list, Caller caller, Cursor after) {
    long micros = Math.min(after.key(), LATEST_MICROS);
    Page page =
        database
            .readOne(
                Sql.of(list.sql(LiveSession.IS_LIVE))
                    .bind("userId", caller.userId())
                    .bind("sessionId", caller.sessionId())
                    .bindSeconds("now", clock.instant())
                    .bind("seconds", (double) (micros / MICROS))
                    .bind("micros", micros % MICROS)
                    .bind("id", after.id())
                    .bind("page", PAGE + 1),
                Page.class)
            .orElseThrow();
    if (!page.live) {
      throw LiveSession.loggedOut();
    }
    return page.entries;
  }

  record Page(boolean live, List<ListEntry> entries) {}
}
