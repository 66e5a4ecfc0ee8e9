package io.takewithott.cloud.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * What a function with {@code ReportBatchItemFailures} says of a batch. By Lambda's rules no list,
 * a null list and an empty list mean that all succeeded; anything that cannot be understood (no
 * JSON, an id that is missing, empty or not of this batch) means that all failed.
 */
final class BatchResponse {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private BatchResponse() {}

  static Set<String> failedIds(byte[] response, Set<String> batchIds) {
    try {
      JsonNode failures = MAPPER.readTree(response).path("batchItemFailures");
      if (failures.isMissingNode() || failures.isNull()) {
        return Set.of();
      }
      return failures.isArray() ? idsOf(failures, batchIds) : batchIds;
    } catch (IOException e) {
      return batchIds;
    }
  }

  private static Set<String> idsOf(JsonNode failures, Set<String> batchIds) {
    Set<String> failed = new HashSet<>();
    for (JsonNode failure : failures) {
      JsonNode id = failure.path("itemIdentifier");
      if (!id.isTextual() || !batchIds.contains(id.asText())) {
        return batchIds;
      }
      failed.add(id.asText());
    }
    return failed;
  }
}
