package io.takewithott.core.mail;

/** Sends mail. */
public interface Mailer {
  /**
   * Hands a mail over; when this returns, it is on its way.
   *
   * @throws MailException when it is not, or may not be
   */
  void send(Mail mail);
}
