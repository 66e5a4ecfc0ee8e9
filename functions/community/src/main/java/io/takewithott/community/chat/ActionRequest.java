package io.takewithott.community.chat;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What comes in on a connection.
 *
 * @param action one of send, sync, read, typing, presence, ping
 */
record ActionRequest(
    @Nullable String action,
    @Nullable Long partyId,
    @Nullable String clientId,
    @Nullable String text,
    @Nullable Long after,
    @Nullable Long seq) {

  /** INVALID_VALUE where there is none. */
  long room() {
    return number("partyId", partyId, 1);
  }

  long number(String field, @Nullable Long value, long least) {
    if (value == null || value < least) {
      throw new AppException(
          ErrorCode.INVALID_VALUE,
          "The action needs the whole number " + field + ", at least " + least,
          Map.of("field", field));
    }
    return value;
  }
}
