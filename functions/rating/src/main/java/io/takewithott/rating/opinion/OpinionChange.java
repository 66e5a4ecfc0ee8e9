package io.takewithott.rating.opinion;

/**
 * The changes of taste about one title, as parts of a {@code with} clause that follow {@code named}
 * (the title, if there is one and the caller is let through) and end in {@code written}: its rows
 * are the change, and there are none where all is as it was.
 */
enum OpinionChange {
  RATE(
      """
      written as (
        insert into ratings (user_id, title_id, half_stars, previous_half_stars)
        select :userId, title_id, :halfStars::smallint, 0 from named
        on conflict (user_id, title_id) do update
          set previous_half_stars = coalesce(ratings.half_stars, 0),
              half_stars = excluded.half_stars, rated_at = now()
          where ratings.half_stars is distinct from excluded.half_stars
        returning half_stars)
      """),

  UNRATE(
      """
      written as (
        update ratings r set previous_half_stars = r.half_stars, half_stars = null, rated_at = now()
          from named n
         where r.user_id = :userId and r.title_id = n.title_id and r.half_stars is not null
        returning r.half_stars)
      """),

  /** What stood before the latest change stands again, and then there is nothing to undo. */
  UNDO_RATING(
      """
      written as (
        update ratings r set half_stars = nullif(r.previous_half_stars, 0), previous_half_stars = null,
               rated_at = now()
          from named n
         where r.user_id = :userId and r.title_id = n.title_id and r.previous_half_stars is not null
        returning r.half_stars)
      """),

  REACT(
      """
      written as (
        insert into reactions (user_id, title_id, liked)
        select :userId, title_id, :liked from named
        on conflict (user_id, title_id) do update set liked = excluded.liked, reacted_at = now()
          where reactions.liked <> excluded.liked
        returning 1)
      """),

  TAKE_REACTION_BACK(
      """
      written as (
        delete from reactions r using named n
         where r.user_id = :userId and r.title_id = n.title_id
        returning 1)
      """),

  DISMISS(
      """
      written as (
        insert into dismissed_titles (user_id, title_id) select :userId, title_id from named
        on conflict do nothing
        returning 1)
      """),

  TAKE_DISMISSAL_BACK(
      """
      written as (
        delete from dismissed_titles d using named n
         where d.user_id = :userId and d.title_id = n.title_id
        returning 1)
      """),

  /**
   * A viewing begins with the first report after a finished one. What is watched to its end for the
   * first time is a change of taste.
   */
  PROGRESS(
      """
      stored as (
        insert into watch_progress as p (user_id, title_id, seconds, finished, began, ended, ever_finished)
        select :userId, title_id, :seconds::integer, :finished, true, :finished, :finished from named
        on conflict (user_id, title_id) do update
          set began = p.finished and not excluded.finished,
              ended = excluded.finished and not p.ever_finished,
              ever_finished = p.ever_finished or excluded.finished,
              seconds = excluded.seconds, finished = excluded.finished, seen_at = now()
          where p.seconds <> excluded.seconds or p.finished <> excluded.finished
        returning title_id, began, ended),
      viewing as (
        insert into watches (user_id, title_id) select :userId, title_id from stored where began),
      written as (select 1 from stored where ended)
      """);

  private final String parts;

  OpinionChange(String parts) {
    this.parts = parts;
  }

  String parts() {
    return parts;
  }
}
