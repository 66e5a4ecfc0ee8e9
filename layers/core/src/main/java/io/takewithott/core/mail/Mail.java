package io.takewithott.core.mail;

/**
 * A mail to one person.
 *
 * @param html the same as the text, marked up
 */
public record Mail(String to, String subject, String text, String html) {
  @Override
  public String toString() {
    return "Mail[…]";
  }
}
