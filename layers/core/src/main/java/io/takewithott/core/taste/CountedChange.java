package io.takewithott.core.taste;

/**
 * SQL that counts a change of taste in the statement that stores it, so that there is never one
 * without the other.
 */
public final class CountedChange {
  /**
   * Parts of a {@code with} clause, after {@code written}, whose rows are the change: they count
   * once, and not at all where there are none. Where nothing changed the version is read with a
   * lock, so that it includes an equal change made at the same moment. Needs {@code userId}.
   */
  public static final String PARTS =
      """
      , counted as (
        update users set taste_version = taste_version + 1,
               taste_pace = 1 + taste_pace
                 * exp(-least(60, greatest(0, coalesce(extract(epoch from now() - taste_changed_at), 60))) / 0.5),
               taste_changed_at = now()
         where user_id = :userId and deleted_at is null and exists (select 1 from written)
        returning taste_version, taste_pace),
      standing as (
        select taste_version from users
         where user_id = :userId and deleted_at is null for no key update)
      """;

  /**
   * What the statement selects: the version that includes the change, absent when there is no such
   * user (any more), and whether it is one of many: more than 6 that came within tenths of a
   * second.
   */
  public static final String COLUMNS =
      """
      coalesce((select taste_version from counted),
               (select taste_version from standing)) as taste_version,
      coalesce((select taste_pace > 6 from counted), false) as in_burst
      """;

  private CountedChange() {}
}
