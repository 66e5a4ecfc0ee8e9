package io.takewithott.local.template;

/** An S3 bucket. */
public record BucketDefinition(String logicalId, String name) {}
