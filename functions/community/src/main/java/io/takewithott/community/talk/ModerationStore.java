package io.takewithott.community.talk;

import io.takewithott.core.AppException;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.http.Caller;
import io.takewithott.core.session.LiveAdmin;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was reported, and hiding it; every method is one call, and asks whether the log-in lives.
 */
final class ModerationStore {
  private static final int MOST_REPORTED = 50;
  private static final int LONGEST_EXCERPT = 500;

  private static final String REPORTED =
      """
      (select 'WORD' as kind, x.SUBJECT_ID as id, coalesce(x.headline, '') as headline, left(x.body, :excerpt::integer) as excerpt,
              x.reports, x.hidden_at is not null as hidden, true as live,
              (select json_object_agg(r.reason, r.times) from (
                select reason, count(*) as times from REPORTS where subject_id = x.SUBJECT_ID group by 1) r)::text as reasons_json
         from SUBJECTS x, admin where x.reports > 0 order by x.reports desc, x.SUBJECT_ID desc limit :most)
      """;

  private static final String HIDE =
      """
      , changed as (
        update SUBJECTS x
           set hidden_at = case when :hidden then coalesce(x.hidden_at, to_timestamp(:now)) end,
               hidden_by = case when :hidden then coalesce(x.hidden_by, admin.user_id) end
          from admin where x.SUBJECT_ID = :id
        returning 1)
      select exists (select 1 from admin) as live, exists (select 1 from changed) as found
      """;

  private final Database database;
  private final InstantSource clock;

  ModerationStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What was reported most, of either kind. */
  List<Reported> reported(Caller admin) {
    String sql =
        "select '' as kind, 0::bigint as id, '' as headline, '' as excerpt, 2147483647 as reports,"
            + " false as hidden, exists (select 1 from admin) as live, '{}' as reasons_json union all "
            + reported(Subject.REVIEW)
            + " union all "
            + reported(Subject.POST)
            + " order by reports desc, id desc";
    List<Reported> rows =
        database.read(
            asking(sql, admin).bind("excerpt", LONGEST_EXCERPT).bind("most", MOST_REPORTED),
            Reported.class);
    LiveAdmin.require(rows.get(0).live);
    return rows.subList(1, rows.size());
  }

  private static String reported(Subject subject) {
    return subject.named(REPORTED).replace("WORD", subject.word());
  }

  /**
   * @throws AppException UNAUTHENTICATED, NOT_FOUND
   */
  void hide(Subject subject, Caller admin, long id, boolean hidden) {
    Hidden done =
        database
            .writeOne(
                asking(subject.named(HIDE), admin).bind("id", id).bind("hidden", hidden),
                Hidden.class)
            .orElseThrow();
    LiveAdmin.require(done.live);
    if (!done.found) {
      throw TalkStore.none(subject, id);
    }
  }

  private Sql asking(String rest, Caller admin) {
    return LiveAdmin.asking(rest, admin, clock.instant());
  }

  /**
   * @param live of the first row alone
   * @param reasons how often each was given
   */
  record Reported(
      String kind,
      long id,
      String headline,
      String excerpt,
      int reports,
      boolean hidden,
      boolean live,
      @Nullable Map<String, Integer> reasons) {}

  record Hidden(boolean live, boolean found) {}
}
