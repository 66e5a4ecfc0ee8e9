package io.takewithott.auth.limits;

import io.takewithott.core.limits.AfterSuccess;
import io.takewithott.core.limits.Allowance;
import io.takewithott.core.limits.RateLimit;
import java.time.Duration;

/** What may be tried how often, as far as accounts are concerned. */
public enum Limit implements RateLimit {
  LOG_IN_ACCOUNT(5, seconds(2), minutes(15), hours(24), AfterSuccess.FORGET),
  /** Many people share an address, so a success takes back no more than its own attempt. */
  LOG_IN_ADDRESS(30, seconds(2), minutes(15), hours(6), AfterSuccess.GIVE_BACK),
  SIGN_UP_ADDRESS(60, seconds(10), hours(1), hours(24), AfterSuccess.COUNT),
  NICKNAME_ADDRESS(120, seconds(1), minutes(1), hours(1), AfterSuccess.COUNT),
  RESET_ACCOUNT(3, minutes(1), hours(1), hours(24), AfterSuccess.COUNT),
  RESET_ADDRESS(10, seconds(30), hours(1), hours(24), AfterSuccess.COUNT),
  VERIFY_ACCOUNT(3, minutes(1), hours(1), hours(24), AfterSuccess.COUNT),
  EMAIL_CHANGE_ACCOUNT(3, minutes(1), hours(1), hours(24), AfterSuccess.COUNT),
  /** Nobody is to be flooded with mails that somebody else asks for. */
  EMAIL_CHANGE_TARGET(3, minutes(1), hours(1), hours(24), AfterSuccess.COUNT),
  LINK_ADDRESS(30, seconds(2), minutes(15), hours(6), AfterSuccess.GIVE_BACK),
  /** The password of somebody who is logged in, before a change that matters. */
  PROOF_ACCOUNT(5, seconds(2), minutes(15), hours(24), AfterSuccess.FORGET),
  /** Setting out for a provider leaves a row behind, whether anybody comes back or not. */
  SOCIAL_ADDRESS(60, seconds(1), minutes(5), hours(6), AfterSuccess.COUNT),
  PROFILE_ACCOUNT(60, seconds(1), minutes(5), hours(1), AfterSuccess.COUNT),
  /** A photo takes two, and the time to decode it. */
  PHOTO_ACCOUNT(40, seconds(5), minutes(15), hours(6), AfterSuccess.COUNT),
  FOLLOW_ACCOUNT(200, seconds(1), minutes(5), hours(1), AfterSuccess.COUNT),
  EXPORT_ACCOUNT(5, minutes(1), hours(1), hours(24), AfterSuccess.COUNT);

  private final Allowance allowance;

  Limit(
      int free,
      Duration firstWait,
      Duration longestWait,
      Duration forgottenAfter,
      AfterSuccess afterSuccess) {
    this.allowance = new Allowance(free, firstWait, longestWait, forgottenAfter, afterSuccess);
  }

  @Override
  public Allowance allowance() {
    return allowance;
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }

  private static Duration hours(int hours) {
    return Duration.ofHours(hours);
  }
}
