package io.takewithott.local.template;

import java.util.List;

/** An S3 bucket. */
public record BucketDefinition(String logicalId, String name, List<CorsRule> corsRules) {
  public BucketDefinition {
    corsRules = List.copyOf(corsRules);
  }

  /** What pages of some other origins may do with it. */
  public record CorsRule(
      List<String> allowedOrigins, List<String> allowedMethods, List<String> allowedHeaders) {
    public CorsRule {
      allowedOrigins = List.copyOf(allowedOrigins);
      allowedMethods = List.copyOf(allowedMethods);
      allowedHeaders = List.copyOf(allowedHeaders);
    }
  }
}
