package io.takewithott.payment.screen;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.payment.money.Today;
import io.takewithott.payment.plan.Rule;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Boards; every method is one call. */
public final class ScreenStore {
  /** Eight hours that somebody has reserved and not watched. */
  private static final int MOST_AHEAD = 32;

  private static final int MOST_A_DAY = 2000;

  private static final String BOARD =
      """
      select p.host_id = :userId as host, p.state = 'closed' as closed,
             coalesce(m.state = 'active', false) as active,
             l.name as plan_name, l.seat_type, RULE,
             coalesce(c.streams, least(p.seats, l.seats)) as screens,
             (select coalesce(json_agg(json_build_object(
                       'reservation_id', r.reservation_id, 'screen', r.screen, 'nickname', u.nickname,
                       'own', r.user_id = :userId, 'first', r.first_quarter, 'quarters', r.quarters)
                       order by r.first_quarter, r.screen), '[]')
                from (select * from screen_reservations r
                       where r.party_id = p.party_id
                         and r.first_quarter < :end and r.first_quarter + r.quarters > :first
                       order by r.first_quarter, r.screen limit :most) r
                join users u on u.user_id = r.user_id)::text as reservations_json
        from parties p
        join party_plans l on l.service = p.service and l.plan = p.plan
        left join plans c on c.plan = l.catalogue_plan
        left join memberships m on m.party_id = p.party_id and m.user_id = :userId and m.state <> 'ended'
       where p.party_id = :partyId and (p.host_id = :userId or m.membership_id is not null)
      """
          .replace("RULE", Rule.COLUMN);

  private final Database database;
  private final Today today;

  public ScreenStore(Database database, Today today) {
    this.database = database;
    this.today = today;
  }

  /** A party's board for some time, as somebody inside sees it. */
  Optional<Board> board(long partyId, long userId, Quarters time) {
    return database.readOne(
        Sql.of(BOARD)
            .bind("partyId", partyId)
            .bind("userId", userId)
            .bind("first", time.first())
            .bind("end", time.end())
            .bind("most", MOST_A_DAY),
        Board.class);
  }

  /** Reserves a screen that is free all the while, or says why there is none. */
  Outcome reserve(long partyId, long userId, Quarters time, int screens) {
    return database
        .writeOne(
            Sql.of(
                    """
                    select outcome, reservation from reserve_screen(
                      :partyId, :userId, :first, cast(:count as integer), cast(:screens as integer),
                      :now, cast(:most as integer), to_timestamp(:madeAt))
                    """)
                .bind("partyId", partyId)
                .bind("userId", userId)
                .bind("first", time.first())
                .bind("count", time.count())
                .bind("screens", screens)
                .bind("now", Quarters.quarter(today.now()))
                .bind("most", MOST_AHEAD)
                .bindSeconds("madeAt", today.now()),
            Outcome.class)
        .orElseThrow(() -> new IllegalStateException("The database made no outcome"));
  }

  /** Takes back a reservation of one's own; whether there was one. */
  boolean cancel(long partyId, long userId, long reservationId) {
    return database.write(
            Sql.of(
                    """
                    delete from screen_reservations
                     where reservation_id = :id and party_id = :partyId and user_id = :userId
                    """)
                .bind("id", reservationId)
                .bind("partyId", partyId)
                .bind("userId", userId))
        == 1;
  }

  /**
   * @param screens that play at the same time
   */
  record Board(
      boolean host,
      boolean closed,
      boolean active,
      String planName,
      String seatType,
      Rule rule,
      int screens,
      List<Reserved> reservations) {}

  /**
   * @param first quarter of an hour
   */
  record Reserved(
      long reservationId,
      int screen,
      @Nullable String nickname,
      boolean own,
      long first,
      int quarters) {}

  /**
   * @param outcome {@code reserved}, {@code taken}, {@code own} or {@code most}
   */
  record Outcome(String outcome, long reservation) {}
}
