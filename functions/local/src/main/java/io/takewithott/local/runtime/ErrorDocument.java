package io.takewithott.local.runtime;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** The JSON Lambda answers for a failure. */
final class ErrorDocument {

  /** Deep enough to find the cause; a stack overflow's trace would be thousands of lines. */
  private static final int STACK_LINES = 100;

  private ErrorDocument() {}

  static byte[] of(String errorType, String message) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("errorType", errorType);
    document.put("errorMessage", message);
    return document.toString().getBytes(StandardCharsets.UTF_8);
  }

  static byte[] of(Throwable failure) {
    return document(failure, 0).toString().getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode document(Throwable failure, int depth) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    if (failure.getMessage() != null) {
      document.put("errorMessage", failure.getMessage());
    }
    document.put("errorType", failure.getClass().getName());
    ArrayNode stack = document.putArray("stackTrace");
    StackTraceElement[] trace = failure.getStackTrace();
    for (int i = 0; i < Math.min(trace.length, STACK_LINES); i++) {
      stack.add(trace[i].toString());
    }
    if (failure.getCause() != null && depth < STACK_LINES) {
      document.set("cause", document(failure.getCause(), depth + 1));
    }
    return document;
  }
}
