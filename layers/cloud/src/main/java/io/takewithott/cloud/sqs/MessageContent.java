package io.takewithott.cloud.sqs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a sender says: body, attributes and, where they apply, FIFO group and deduplication id. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record MessageContent(
    String body,
    Map<String, MessageAttribute> attributes,
    @Nullable String traceHeader,
    @Nullable String groupId,
    @Nullable String deduplicationId) {

  @SuppressWarnings("ConstantValue") // an empty map is left out of the journal and read as null
  MessageContent {
    attributes = attributes == null ? Map.of() : new TreeMap<>(attributes);
  }

  static MessageContent of(String body) {
    return new MessageContent(body, Map.of(), null, null, null);
  }
}
