package io.takewithott.auth.mail;

/** What a mail is about. */
public enum MailKind {
  VERIFY_EMAIL,
  RESET_PASSWORD,
  PASSWORD_CHANGED
}
