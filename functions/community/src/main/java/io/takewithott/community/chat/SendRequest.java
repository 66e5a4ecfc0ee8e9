package io.takewithott.community.chat;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.text.TextField;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message to store.
 *
 * @param clientId what the sender knows it by; the same again stores nothing more
 * @param text as it was written; what may not be told is still in it
 */
record SendRequest(String clientId, String text) {
  private static final int LONGEST = 1000;
  private static final int MOST_LINES = 30;
  private static final TextField TEXT = new TextField("text", LONGEST, MOST_LINES);

  /**
   * @throws AppException INVALID_VALUE
   */
  SendRequest(@Nullable String clientId, @Nullable String text) {
    if (clientId == null || !clientId.matches("[A-Za-z0-9_-]{1,64}")) {
      throw new AppException(
          ErrorCode.INVALID_VALUE,
          "A message has a clientId of 1 to 64 letters, digits, hyphens or underscores, and no two have the same",
          Map.of("field", "clientId"));
    }
    this.clientId = clientId;
    this.text = TEXT.required(text);
  }
}
