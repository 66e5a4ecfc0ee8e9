package io.takewithott.rating.list;

/**
 * One of the caller's lists: its table, and what an entry says besides its title and its moment.
 */
enum MyList {
  RATINGS("ratings", "rated_at", "title_id", "x.half_stars is not null", "x.half_stars"),
  WISHES("wishes", "wished_at", "title_id", "true", "null::integer as half_stars"),
  REACTIONS("reactions", "reacted_at", "title_id", "true", "null::integer as half_stars, x.liked"),
  DISMISSALS("dismissed_titles", "dismissed_at", "title_id", "true", "null::integer as half_stars"),
  /** Every viewing, and how far the latest of its title came. */
  WATCHES(
      "watches",
      "watched_at",
      "watch_id",
      "true",
      """
      null::integer as half_stars,
      (select p.seconds from watch_progress p where p.user_id = x.user_id and p.title_id = x.title_id) as seconds,
      (select p.finished from watch_progress p where p.user_id = x.user_id and p.title_id = x.title_id) as finished
      """);

  private final String table;
  private final String moment;
  private final String id;
  private final String condition;
  private final String columns;

  MyList(String table, String moment, String id, String condition, String columns) {
    this.table = table;
    this.moment = moment;
    this.id = id;
    this.condition = condition;
    this.columns = columns;
  }

  /** The page's statement; its first row says whether the caller is still logged in. */
  String sql(String isLive) {
    String key = "(extract(epoch from x." + moment + ") * 1000000)::bigint";
    return """
        with caller as (
          select u.user_id from users u where u.user_id = :userId and u.deleted_at is null and %s),
        page as (
          select %s as key, x.%s as id, t.title_id, left(t.title, 200) as title,
                 left(t.original_title, 200) as original_title, t.year, t.kind, %s
            from caller c join %s x on x.user_id = c.user_id join titles t on t.title_id = x.title_id
           where %s and (x.%s, x.%s) < (to_timestamp(:seconds) + :micros * interval '1 microsecond', :id)
           order by x.%s desc, x.%s desc limit :page)
        select exists (select 1 from caller) as live,
               coalesce((select json_agg(p order by p.key desc, p.id desc) from page p), '[]')::text as entries_json
        """
        .formatted(isLive, key, id, columns, table, condition, moment, id, moment, id);
  }
}
