package io.takewithott.local.template;

/** A database cluster reached through the Data API. */
public record ClusterDefinition(
    String logicalId, String engine, String databaseName, boolean httpEndpoint) {}
