package io.takewithott.catalog.browse;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.takewithott.catalog.title.CardColumns;
import io.takewithott.catalog.title.TitleCard;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is watched most, from the counts of the latest days. One call. Titles that were watched come
 * first, by how often; then those that were rated, which somebody watched somewhere; then what is
 * popular at all, so that a rank is full before anybody has done anything.
 */
public final class RankStore {
  private static final String RANK =
      """
      with counted as (
        select d.title_id,
               sum(d.watches) filter (where d.day >= :since) as watched,
               sum(d.ratings) filter (where d.day >= :since) as rated,
               sum(d.watches) filter (where d.day < :since) as watched_before,
               sum(d.ratings) filter (where d.day < :since) as rated_before
          from title_days d
         where d.day >= :before and d.day <= :today
         group by d.title_id),
      candidates as (
        select title_id from counted
        union (select p.title_id from title_stats p join titles t on t.title_id = p.title_id
                where least_age(t.age_rating) <= :ageAtMost
                order by p.ratings desc, p.title_id limit :limit)),
      places as (
        select t.title_id, coalesce(c.watched, 0) as watched, coalesce(c.rated, 0) as rated,
               row_number() over (order by coalesce(c.watched, 0) desc, coalesce(c.rated, 0) desc,
                                           s.ratings desc, t.title_id) as place,
               case when c.watched_before > 0 or c.rated_before > 0 then
                 row_number() over (order by coalesce(c.watched_before, 0) desc, coalesce(c.rated_before, 0) desc,
                                             s.ratings desc, t.title_id) end as former_place
          from candidates a
          join titles t on t.title_id = a.title_id
          join title_stats s on s.title_id = a.title_id
          left join counted c on c.title_id = a.title_id
         where least_age(t.age_rating) <= :ageAtMost)
      select p.place, p.former_place, p.watched, p.rated,
      """
          + CardColumns.CARD
          + """
          from (select * from places order by place limit :limit) p
          join titles t on t.title_id = p.title_id
          join title_stats s on s.title_id = p.title_id
          order by p.place
          """;

  private final Database database;

  public RankStore(Database database) {
    this.database = database;
  }

  /**
   * @param days how many days up to today count; as many before them are the former rank's
   */
  List<Ranked> rank(int days, int ageAtMost, int limit, LocalDate today) {
    return database.read(
        Sql.of(RANK)
            .bind("since", today.minusDays(days - 1L))
            .bind("before", today.minusDays(2L * days - 1))
            .bind("today", today)
            .bind("ageAtMost", ageAtMost)
            .bind("limit", limit),
        Ranked.class);
  }

  /**
   * @param formerPlace in the days before, if it was seen then
   * @param watched how often, in these days
   * @param rated by how many, in these days
   */
  record Ranked(
      int place,
      @Nullable Integer formerPlace,
      int watched,
      int rated,
      @JsonUnwrapped TitleCard card) {}
}
