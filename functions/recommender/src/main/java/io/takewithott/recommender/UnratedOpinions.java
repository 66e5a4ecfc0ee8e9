package io.takewithott.recommender;

import io.takewithott.recommender.score.History.Entry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What members said of titles without stars, as stars: a like is four, a dislike one and a half,
 * and what was watched to its end without a word three and a half. Milder than most ratings of the
 * kind are, for so little was said. They count in the member's own history alone and are no ratings
 * to learn from: nobody gave those stars.
 */
final class UnratedOpinions {
  /** The latest; at most 17 KB. */
  static final int MOST = 500;

  /** Packed as {@code title half-stars epoch-seconds}, colons within and commas between. */
  static final String SQL =
      """
      select string_agg(concat_ws(':', title_id, half_stars, seconds), ',') as unrated
        from (select title_id, half_stars, extract(epoch from at)::bigint as seconds
                from (select title_id, case when liked then 8 else 3 end as half_stars, reacted_at as at
                        from reactions where user_id = u.user_id
                      union all
                      select p.title_id, 7, p.seen_at from watch_progress p
                       where p.user_id = u.user_id and p.ever_finished
                         and not exists (select 1 from reactions r
                                          where r.user_id = p.user_id and r.title_id = p.title_id)) said
               where not exists (select 1 from ratings r
                                  where r.user_id = u.user_id and r.title_id = said.title_id
                                    and r.half_stars is not null)
               order by at desc, title_id limit :mostUnrated) latest
      """;

  private UnratedOpinions() {}

  static List<Entry> parse(@Nullable String packed) {
    List<Entry> entries = new ArrayList<>();
    if (packed == null || packed.isEmpty()) {
      return entries;
    }
    for (String each : packed.split(",")) {
      String[] cells = each.split(":");
      entries.add(
          Entry.rated(
              Long.parseLong(cells[0]), Integer.parseInt(cells[1]), Integer.parseInt(cells[2])));
    }
    return entries;
  }
}
