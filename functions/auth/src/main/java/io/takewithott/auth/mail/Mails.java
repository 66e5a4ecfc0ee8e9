package io.takewithott.auth.mail;

/** The piece of a statement that notes a mail to be sent, along with what it is about. */
public final class Mails {
  private Mails() {}

  /**
   * An insertion for every row of {@code source}, which has a {@code user_id}. Needs {@code now}.
   */
  public static String noting(MailKind kind, String source) {
    return "insert into mails (user_id, kind, made_at, next_at) select user_id, '"
        + kind
        + "', to_timestamp(:now), to_timestamp(:now) from "
        + source;
  }
}
