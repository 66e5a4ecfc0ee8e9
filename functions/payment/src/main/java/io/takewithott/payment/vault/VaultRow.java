package io.takewithott.payment.vault;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.payment.plan.Rule;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A party's vault as it stands for somebody inside.
 *
 * @param paid whether a month is paid for that today is in
 * @param claims whether they have a claim that is not decided
 * @param version 0 where nothing was ever stored
 * @param sealed absent where nothing is stored now
 * @param changeBy by when the host is to change the password
 */
record VaultRow(
    boolean host,
    boolean closed,
    boolean paid,
    boolean claims,
    String planName,
    String seatType,
    Rule rule,
    int version,
    @Nullable String sealed,
    long savedSeconds,
    boolean stale,
    @Nullable LocalDate changeBy,
    int revealsToday) {
  /** As often as a day somebody may look it up; the table says so too. */
  static final int MOST_REVEALS = 10;

  private static final String PROFILE = "profile";

  boolean isShared() {
    return seatType.equals(PROFILE);
  }

  /** Whether there is a password to store at all. */
  void requireShared() {
    if (!isShared()) {
      throw rule.forbids(planName + " is shared by invitation, and needs no password");
    }
  }

  /** What keeps it shut for who asks, if anything does. */
  Optional<Lock> lock() {
    if (!isShared()) {
      return Optional.of(Lock.NOT_NEEDED);
    }
    if (closed) {
      return Optional.of(Lock.CLOSED);
    }
    if (!host && claims) {
      return Optional.of(Lock.CLAIM);
    }
    if (!host && !paid) {
      return Optional.of(Lock.UNPAID);
    }
    if (sealed == null) {
      return Optional.of(Lock.EMPTY);
    }
    return revealsToday >= MOST_REVEALS ? Optional.of(Lock.LIMIT) : Optional.empty();
  }

  /** Why a vault stays shut. */
  enum Lock {
    NOT_NEEDED(ErrorCode.RULE_FORBIDS, "This plan is shared by invitation, without a password"),
    CLOSED(ErrorCode.CONFLICT, "The party is closed"),
    CLAIM(
        ErrorCode.FORBIDDEN,
        "You have claimed that you have no access: it is shown again when that is decided"),
    UNPAID(ErrorCode.FORBIDDEN, "It is shown to members whose current month is paid for"),
    EMPTY(ErrorCode.CONFLICT, "The host has not stored a log-in yet"),
    LIMIT(
        ErrorCode.TOO_MANY_REQUESTS,
        "It is shown " + MOST_REVEALS + " times a day at most; try again tomorrow");

    private final ErrorCode code;
    private final String message;

    Lock(ErrorCode code, String message) {
      this.code = code;
      this.message = message;
    }

    AppException refusal() {
      return new AppException(code, message, Map.of("locked", name()));
    }
  }

  @Override
  public String toString() {
    return "VaultRow[version " + version + "]";
  }
}
