package io.takewithott.local;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The token in a link that was mailed. */
final class MailedLink {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private MailedLink() {}

  /** What follows that page's name in the newest mail to somebody, once it has come. */
  static String to(LocalServer server, String email, String page) throws InterruptedException {
    Pattern link = Pattern.compile("/#/" + page + "/(\\S+)");
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      Optional<Matcher> found =
          server
              .mailbox()
              .newest(email)
              .map(mail -> link.matcher(mail.text()))
              .filter(Matcher::find);
      if (found.isPresent()) {
        return found.get().group(1);
      }
      Thread.sleep(50);
    }
    throw new IllegalStateException("The mail that leads to " + page + " never came");
  }
}
