package io.takewithott.catalog.suggestion;

import io.takewithott.catalog.limits.DailyLimit;
import io.takewithott.catalog.limits.DailyUses;
import io.takewithott.catalog.suggestion.DecisionRequests.Acceptance;
import io.takewithott.catalog.suggestion.DecisionRequests.Refusal;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.DatabaseException;
import io.takewithott.core.database.Sql;
import io.takewithott.core.http.Caller;
import io.takewithott.core.session.LiveAdmin;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Suggested lines. Every method is one call. */
public final class SuggestionStore {
  private static final String DECIDED =
      """
      select exists (select 1 from admin) as live, (select f.state from found f) as state,
             (select d.line_id from decided d) as line_id
      """;

  private final Database database;

  public SuggestionStore(Database database) {
    this.database = database;
  }

  /** What is said in the title as far as is known, and what waits; nothing without such a title. */
  Optional<Known> known(long titleId) {
    return database.readOne(
        Sql.of(
                """
                select coalesce((select json_agg(l.line) from famous_lines l
                                  where l.title_id = t.title_id), '[]')::text as lines_json,
                       coalesce((select json_agg(s.line) from line_suggestions s
                                  where s.title_id = t.title_id and s.state = 'waiting'), '[]')::text as waiting_json
                  from titles t where t.title_id = :titleId
                """)
            .bind("titleId", titleId),
        Known.class);
  }

  /**
   * @throws AppException TOO_MANY_REQUESTS, or CONFLICT when the same was suggested meanwhile
   */
  long add(long titleId, Caller caller, LineRequest request, String key, Instant now) {
    Sql sql =
        Sql.of(
                "with "
                    + DailyUses.COUNTED
                    + """
                    insert into line_suggestions (title_id, user_id, line, line_key, speaker, suggested_at)
                    select :titleId, :userId, :line, :key, :speaker, to_timestamp(:now) from counted
                    returning suggestion_id
                    """)
            .bind("titleId", titleId)
            .bind("line", request.line())
            .bind("key", key)
            .bind("speaker", request.speaker())
            .bindSeconds("now", now);
    try {
      return database
          .writeOne(
              DailyUses.bind(sql, DailyLimit.LINE_SUGGESTION, caller.userId(), now), Added.class)
          .orElseThrow(() -> DailyUses.spent(DailyLimit.LINE_SUGGESTION, now))
          .suggestionId();
    } catch (DatabaseException failure) {
      if (failure.violatesUnique("line_suggestions_once")) {
        throw waitsAlready();
      }
      throw failure;
    }
  }

  static AppException waitsAlready() {
    return new AppException(
        ErrorCode.CONFLICT, "Somebody has suggested this line; it waits to be looked at");
  }

  /** The suggestions in a state, oldest first. */
  List<Suggestion> page(Caller admin, String state, long after, int most, Instant now) {
    List<Suggestion> rows =
        database.read(
            LiveAdmin.asking(
                    """
                        select s.* from admin left join lateral (
                          select s.suggestion_id, s.title_id, t.title, s.line, s.speaker, s.state, s.user_id,
                                 (extract(epoch from s.suggested_at) * 1000)::bigint as suggested_millis,
                                 (extract(epoch from s.decided_at) * 1000)::bigint as decided_millis,
                                 s.decided_by, s.refusal, s.line_id
                            from line_suggestions s join titles t on t.title_id = s.title_id
                           where s.state = :state and s.suggestion_id > :after
                           order by s.suggestion_id limit :most) s on true
                         order by s.suggestion_id
                        """,
                    admin,
                    now)
                .bind("state", state)
                .bind("after", after)
                .bind("most", most),
            Suggestion.class);
    LiveAdmin.require(!rows.isEmpty());
    return rows.stream().filter(row -> row.suggestionId() != null).toList();
  }

  /** Makes it a famous line, put right where the administrator says so; the id of that line. */
  long accept(Caller admin, long suggestionId, Acceptance acceptance, Instant now) {
    Sql sql =
        LiveAdmin.asking(
                """
                    , found as (
                      select s.* from line_suggestions s, admin where s.suggestion_id = :suggestionId for update of s),
                    wanted as (
                      select f.title_id, coalesce(:line, f.line) as line, coalesce(:speaker, f.speaker) as speaker
                        from found f where f.state = 'waiting'),
                    added as (
                      insert into famous_lines (title_id, line, speaker, suggested)
                      select w.title_id, w.line, w.speaker, true from wanted w
                      on conflict (title_id, line) do update set speaker = coalesce(famous_lines.speaker, excluded.speaker)
                      returning line_id),
                    decided as (
                      update line_suggestions s
                         set state = 'accepted', decided_at = to_timestamp(:now), decided_by = admin.user_id,
                             line_id = added.line_id
                        from admin, added, found
                       where s.suggestion_id = found.suggestion_id and found.state = 'waiting'
                      returning s.line_id)
                    """
                    + DECIDED,
                admin,
                now)
            .bind("line", acceptance.line())
            .bind("speaker", acceptance.speaker());
    return decided(sql, suggestionId).orElse(0L);
  }

  void refuse(Caller admin, long suggestionId, Refusal reason, Instant now) {
    Sql sql =
        LiveAdmin.asking(
                """
                    , found as (
                      select s.* from line_suggestions s, admin where s.suggestion_id = :suggestionId for update of s),
                    decided as (
                      update line_suggestions s
                         set state = 'refused', decided_at = to_timestamp(:now), decided_by = admin.user_id,
                             refusal = :refusal
                        from admin, found
                       where s.suggestion_id = found.suggestion_id and found.state = 'waiting'
                      returning s.line_id)
                    """
                    + DECIDED,
                admin,
                now)
            .bind("refusal", reason.name());
    decided(sql, suggestionId);
  }

  private Optional<Long> decided(Sql sql, long suggestionId) {
    Outcome outcome =
        database.writeOne(sql.bind("suggestionId", suggestionId), Outcome.class).orElseThrow();
    LiveAdmin.require(outcome.live);
    if (outcome.state == null) {
      throw new AppException(
          ErrorCode.NOT_FOUND, "There is no suggestion with the id " + suggestionId);
    }
    if (!outcome.state.equals("waiting")) {
      throw new AppException(
          ErrorCode.CONFLICT, "This suggestion was decided before: it is " + outcome.state);
    }
    return Optional.ofNullable(outcome.lineId);
  }

  record Known(List<String> lines, List<String> waiting) {}

  record Added(long suggestionId) {}

  record Outcome(boolean live, @Nullable String state, @Nullable Long lineId) {}

  /**
   * @param userId who suggested it; absent when they have left
   */
  record Suggestion(
      @Nullable Long suggestionId,
      @Nullable Long titleId,
      @Nullable String title,
      @Nullable String line,
      @Nullable String speaker,
      @Nullable String state,
      @Nullable Long userId,
      @Nullable Long suggestedMillis,
      @Nullable Long decidedMillis,
      @Nullable Long decidedBy,
      @Nullable String refusal,
      @Nullable Long lineId) {}
}
