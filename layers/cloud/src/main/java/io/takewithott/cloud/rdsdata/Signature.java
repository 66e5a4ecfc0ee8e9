package io.takewithott.cloud.rdsdata;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The claims of an Authorization header of Signature Version 4. Who claims them is checked, the
 * signature itself is not.
 */
record Signature(String accessKeyId, String service) {
  private static final Pattern HEADER =
      Pattern.compile(
          "AWS4-HMAC-SHA256\\s+Credential=([^/,\\s]+)/\\d{8}/[^/,\\s]+/([^/,\\s]+)/aws4_request,"
              + "\\s*SignedHeaders=[^,\\s]+,\\s*Signature=[0-9a-f]{64}\\s*");
  private static final String SERVICE = "rds-data";

  static void require(@Nullable String header, String accessKeyId) {
    if (header == null || header.isBlank()) {
      throw DataApiException.missingAuthentication();
    }
    Signature signature = of(header);
    if (!signature.service.equals(SERVICE)) {
      throw DataApiException.missingAuthentication();
    }
    if (!signature.accessKeyId.equals(accessKeyId)) {
      throw DataApiException.unrecognizedClient();
    }
  }

  private static Signature of(String header) {
    if (!header.startsWith("AWS4-HMAC-SHA256")) {
      throw DataApiException.missingAuthentication();
    }
    Matcher matcher = HEADER.matcher(header);
    if (!matcher.matches()) {
      throw DataApiException.incompleteSignature(
          "Authorization header requires 'Credential' parameter with a full scope, 'SignedHeaders' and 'Signature'.");
    }
    return new Signature(matcher.group(1), matcher.group(2));
  }
}
