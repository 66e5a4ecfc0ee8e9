package io.takewithott.cloud.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Names one delivery of one message; its text form is the receipt handle that consumers return. */
record Receipt(String queueName, String messageId, int receives) {

  String handle() {
    String plain = queueName + '|' + messageId + '|' + receives;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
  }

  /** Reads a handle given out for {@code queueName}; any other text is an invalid handle. */
  static Receipt parse(String queueName, String handle) {
    try {
      String[] parts = new String(Base64.getUrlDecoder().decode(handle), UTF_8).split("\\|", -1);
      if (parts.length == 3 && parts[0].equals(queueName)) {
        return new Receipt(queueName, parts[1], Integer.parseInt(parts[2]));
      }
    } catch (IllegalArgumentException e) {
      throw invalid(handle, e);
    }
    throw invalid(handle, null);
  }

  private static SqsException invalid(String handle, @Nullable Throwable cause) {
    return new SqsException(
        SqsError.RECEIPT_HANDLE_IS_INVALID,
        "The input receipt handle \"" + handle + "\" is not a valid receipt handle.",
        cause);
  }
}
