package io.takewithott.cloud.ses;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The latest mails to anybody, newest first; and what the next senders are to be told. */
public final class Mailbox {
  private static final int MOST_MAILS = 200;

  private final Deque<ReceivedMail> mails = new ArrayDeque<>();
  private final Deque<SesError> failures = new ArrayDeque<>();

  public synchronized List<ReceivedMail> mails() {
    return List.copyOf(mails);
  }

  /** The newest mail to an address. */
  public synchronized Optional<ReceivedMail> newest(String to) {
    return mails.stream().filter(mail -> mail.to().equals(to)).findFirst();
  }

  /** Refuses the next mail, once. */
  public synchronized void failNext(SesError error) {
    failures.addLast(error);
  }

  synchronized Optional<SesError> nextFailure() {
    return Optional.ofNullable(failures.pollFirst());
  }

  synchronized void add(ReceivedMail mail) {
    mails.addFirst(mail);
    if (mails.size() > MOST_MAILS) {
      mails.removeLast();
    }
  }
}
