package io.takewithott.auth.profile;

import io.takewithott.auth.account.AgeBand;
import io.takewithott.auth.account.Language;
import io.takewithott.auth.account.Nickname;
import org.jspecify.annotations.Nullable;

/**
 * A change that has been checked; what is absent stays as it is.
 *
 * @param ageBandGiven whether the age band is to be the given one, which may be none
 */
record ProfileChange(
    @Nullable Nickname nickname,
    @Nullable Biography bio,
    @Nullable Language language,
    @Nullable Boolean autoplay,
    boolean ageBandGiven,
    @Nullable AgeBand ageBand,
    @Nullable Visibility visibility) {
  @Override
  public String toString() {
    return "ProfileChange[…]";
  }
}
