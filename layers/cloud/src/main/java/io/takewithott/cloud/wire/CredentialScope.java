package io.takewithott.cloud.wire;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who signed a request and for what, as its SigV4 {@code Authorization} header says. The signature
 * itself is not computed again.
 */
public record CredentialScope(String accessKeyId, String region, String service) {
  private static final Pattern HEADER =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=([^/,\\s]+)/\\d{8}/([^/,\\s]+)/([^/,\\s]+)/aws4_request,"
              + "\\s*SignedHeaders=[^,\\s]+,\\s*Signature=[0-9a-f]{64}");

  public static Optional<CredentialScope> parse(String authorization) {
    Matcher matcher = HEADER.matcher(authorization);
    return matcher.matches()
        ? Optional.of(new CredentialScope(matcher.group(1), matcher.group(2), matcher.group(3)))
        : Optional.empty();
  }
}
