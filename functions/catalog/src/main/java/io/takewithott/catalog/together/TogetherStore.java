package io.takewithott.catalog.together;

import io.takewithott.catalog.title.CardColumns;
import io.takewithott.catalog.title.TitleCard;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom somebody may choose, and titles as a group sees them; every method is one call. */
public final class TogetherStore {
  /** More than one chooses from; who follows more looks by name. */
  static final int MOST_PEOPLE = 60;

  private static final String PEOPLE =
      """
      select o.user_id, o.nickname, o.photo_key, bool_or(w.agreed) as agreed, bool_or(w.through = 'follows') as followed,
             (array_agg(w.party order by w.party) filter (where w.party is not null))[1] as party
        from watching_company w join users o on o.user_id = w.companion_id
       where w.user_id = :userId and position(lower(:name) in lower(o.nickname)) > 0
       group by o.user_id
       order by agreed desc, party nulls last, o.nickname limit :most
      """;

  /** The caller first. */
  private static final String CHOSEN =
      """
      select u.user_id, u.nickname, u.photo_key
        from users u
       where u.deleted_at is null and u.user_id = any(string_to_array(:ids, ',')::bigint[])
         and (u.user_id = :userId
              or exists (select from watching_company w
                          where w.user_id = :userId and w.companion_id = u.user_id and w.agreed))
       order by u.user_id = :userId desc, u.user_id
      """;

  /**
   * What each of them knows is collected first, by user: asked for title by title, the planner may
   * read everybody's ratings instead.
   */
  private static final String TITLES =
      """
      with people as materialized (
        select unnest(string_to_array(:ids, ',')::bigint[]) as user_id),
      viewers as materialized (
        select min(highest_age(u.age_band)) as oldest from people join users u using (user_id)),
      known as materialized (
        select title_id from people join ratings using (user_id) where half_stars is not null
        union select title_id from people join picks using (user_id)
        union select title_id from people join dismissed_titles using (user_id)),
      wanted as (
        select unnest(string_to_array(:titleIds, ',')::bigint[]) as title_id, false as seed
        union all select unnest(string_to_array(:seedIds, ',')::bigint[]), true)
      select
      """
          + CardColumns.CARD
          + """
          from wanted w
          join titles t on t.title_id = w.title_id
          join title_stats s on s.title_id = t.title_id
         where w.seed
            or (least_age(t.age_rating) <= (select oldest from viewers)
                and t.title_id not in (select title_id from known))
          """;

  private final Database database;

  public TogetherStore(Database database) {
    this.database = database;
  }

  /**
   * Whom the caller may choose, and whom once they agree.
   *
   * @param name a part of their nickname
   */
  List<Known> people(long userId, String name) {
    return database.read(
        Sql.of(PEOPLE).bind("userId", userId).bind("name", name).bind("most", MOST_PEOPLE),
        Known.class);
  }

  /** Those of them that the caller may choose. */
  List<Person> chosen(long userId, Collection<Long> ids) {
    return database.read(Sql.of(CHOSEN).bind("userId", userId).bindIds("ids", ids), Person.class);
  }

  /**
   * Those of the titles that nobody of them knows, has waved away or is too young for, and the
   * seeds whatever they are; in any order.
   */
  List<TitleCard> titles(
      Collection<Long> ids, Collection<Long> titleIds, Collection<Long> seedIds) {
    return database.read(
        Sql.of(TITLES)
            .bindIds("ids", ids)
            .bindIds("titleIds", titleIds)
            .bindIds("seedIds", seedIds),
        TitleCard.class);
  }

  /**
   * @param agreed whether they may be chosen; if not, they would have to follow back
   * @param party one that both are in
   */
  record Known(
      long userId,
      String nickname,
      @Nullable String photoKey,
      boolean agreed,
      boolean followed,
      @Nullable String party) {}

  record Person(long userId, String nickname, @Nullable String photoKey) {}
}
