package io.takewithott.catalog.title;

/**
 * The titles most like {@code t}, as a query of {@code title_id} and {@code position}: those that
 * the newest training wrote down. A title that came later has none yet; then the catalogue's facts
 * have to do: a shared director counts most, then shared cast and keywords, then a popular title of
 * a shared genre.
 */
final class SimilarTitles {
  /** Two rows of posters. */
  private static final int MOST = 20;

  static final String SQL =
      """
      select a.title_id, a.position
        from similar_titles m cross join lateral unnest(m.similar_ids) with ordinality as a (title_id, position)
       where m.title_id = t.title_id and a.position <= %1$d
      union all
      select f.title_id, f.position
        from lateral (
          select y.title_id, row_number() over (order by sum(y.weight) desc, y.title_id) as position
            from (select b.title_id, case a.role when 'director' then 4 else 2 end as weight
                    from credits a join credits b on b.person_id = a.person_id
                   where a.title_id = t.title_id
                  union all
                  (select b.title_id, 2 from title_keywords a join title_keywords b on b.keyword = a.keyword
                    where a.title_id = t.title_id limit 2000)
                  union all
                  (select g.title_id, 1
                     from title_stats p join title_genres g on g.title_id = p.title_id
                    where g.genre in (select genre from title_genres where title_id = t.title_id)
                    order by p.ratings desc, p.title_id limit 200)) y
           where y.title_id <> t.title_id
           group by y.title_id
           order by position limit %1$d) f
       where not exists (select from similar_titles m where m.title_id = t.title_id)
      """
          .formatted(MOST);

  private SimilarTitles() {}
}
