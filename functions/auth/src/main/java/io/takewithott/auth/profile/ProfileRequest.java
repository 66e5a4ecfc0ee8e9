package io.takewithott.auth.profile;

import io.takewithott.auth.account.AgeBand;
import io.takewithott.auth.account.Language;
import io.takewithott.auth.account.Nickname;
import org.jspecify.annotations.Nullable;

/**
 * What is to be changed; what is absent stays as it is. An empty {@code bio} or {@code ageBand}
 * takes it away.
 *
 * @param visibility {@code public} or {@code private}
 */
record ProfileRequest(
    @Nullable String nickname,
    @Nullable String bio,
    @Nullable String language,
    @Nullable Boolean autoplay,
    @Nullable String ageBand,
    @Nullable String visibility) {

  ProfileChange change() {
    return new ProfileChange(
        nickname == null ? null : Nickname.of(nickname),
        bio == null ? null : Biography.of(bio),
        language == null ? null : Language.of(language),
        autoplay,
        ageBand != null,
        AgeBand.of(ageBand),
        visibility == null ? null : Visibility.of(visibility));
  }

  @Override
  public String toString() {
    return "ProfileRequest[…]";
  }
}
