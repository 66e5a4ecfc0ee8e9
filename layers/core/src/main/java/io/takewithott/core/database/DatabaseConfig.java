package io.takewithott.core.database;

import io.takewithott.core.Environment;

/** Which cluster and database, and the secret that opens it. */
public record DatabaseConfig(String clusterArn, String secretArn, String name) {

  public static DatabaseConfig from(Environment.Settings settings) {
    return new DatabaseConfig(
        settings.required("TWO_DATABASE_CLUSTER_ARN"),
        settings.required("TWO_DATABASE_SECRET_ARN"),
        settings.required("TWO_DATABASE_NAME"));
  }
}
