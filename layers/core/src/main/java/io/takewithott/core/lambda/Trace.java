package io.takewithott.core.lambda;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an invocation belongs to, in the W3C's words: a trace of 32 hexadecimal digits and the
 * caller's part in it of 16. X-Ray's {@code Root=1-5759e988-bd862e3fe1be46a994272793} is the trace
 * {@code 5759e988bd862e3fe1be46a994272793}. What a client may have sent is taken by its digits
 * alone.
 */
record Trace(String traceId, String parentId, boolean sampled) {
  private static final Pattern ROOT = Pattern.compile("Root=1-([0-9a-f]{8})-([0-9a-f]{24})");
  private static final Pattern PARENT = Pattern.compile("Parent=([0-9a-f]{16})");
  private static final Pattern UUID =
      Pattern.compile("([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})");
  private static final String NO_TRACE = "0".repeat(32);
  private static final int PARENT_DIGITS = 16;

  /**
   * @param xray the value of X-Ray's header; where it names no trace, the invocation is one by
   *     itself
   * @param requestId Lambda's own, a UUID
   */
  static Optional<Trace> of(String xray, String requestId) {
    String own = digits(requestId);
    Matcher root = ROOT.matcher(xray);
    if (!root.find()) {
      return own.isEmpty() ? Optional.empty() : Optional.of(within(own, own, false));
    }
    Matcher parent = PARENT.matcher(xray);
    String traceId = root.group(1) + root.group(2);
    String caller = parent.find() ? parent.group(1) : own.isEmpty() ? traceId : own;
    return Optional.of(within(traceId, caller, xray.contains("Sampled=1")))
        .filter(trace -> !trace.traceId.equals(NO_TRACE));
  }

  /** {@code 00-<trace>-<parent>-<flags>}, as in the header of that name. */
  String traceparent() {
    return "00-" + traceId + "-" + parentId + (sampled ? "-01" : "-00");
  }

  private static Trace within(String traceId, String caller, boolean sampled) {
    return new Trace(traceId, caller.substring(0, PARENT_DIGITS), sampled);
  }

  private static String digits(String requestId) {
    Matcher uuid = UUID.matcher(requestId.toLowerCase(Locale.ROOT));
    return uuid.matches() ? uuid.replaceAll("$1$2$3$4$5") : "";
  }
}
