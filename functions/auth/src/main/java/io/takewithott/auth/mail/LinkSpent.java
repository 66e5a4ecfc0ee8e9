package io.takewithott.auth.mail;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;

/** The one answer to every link that does not work: it says nothing about why. */
public final class LinkSpent {
  private LinkSpent() {}

  public static AppException failure() {
    return new AppException(
        ErrorCode.LINK_SPENT,
        "This link was used, has expired or was never ours: ask for a new one");
  }
}
