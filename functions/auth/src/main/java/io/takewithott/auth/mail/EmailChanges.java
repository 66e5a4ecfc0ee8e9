package io.takewithott.auth.mail;

/** The piece of a statement that ends what waits to become a member's address. */
public final class EmailChanges {
  private EmailChanges() {}

  /** For every row of {@code source}, which has a {@code user_id}. Needs {@code now}. */
  public static String ending(String source) {
    return "update email_changes e set ended_at = to_timestamp(:now) from "
        + source
        + " o where e.user_id = o.user_id and e.ended_at is null";
  }
}
