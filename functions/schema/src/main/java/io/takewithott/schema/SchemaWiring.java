package io.takewithott.schema;

import io.takewithott.core.Environment;
import io.takewithott.core.cloud.CloudClients;
import io.takewithott.core.cloud.CloudConfig;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.DatabaseConfig;
import io.takewithott.core.lambda.Budget;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;

/** What the schema function is made of. */
record SchemaWiring(Budget budget, Migrator migrator, Rights rights) {
  /** A deployment can wait for a sleeping database. */
  private static final Duration LONGEST = Duration.ofMinutes(14);

  static SchemaWiring of(Environment environment) {
    SchemaConfig config = environment.read(SchemaConfig::from);
    Budget budget = new Budget(Clock.systemUTC(), LONGEST);
    CloudClients clients = new CloudClients(config.cloud());
    Database database = clients.database(config.database(), budget);
    LogInSecret secret =
        new LogInSecret(clients.secrets(InstantSource.system()), config.logInSecret());
    return new SchemaWiring(
        budget, new Migrator(database), new Rights(database, secret, new SecureRandom()));
  }

  private record SchemaConfig(CloudConfig cloud, DatabaseConfig database, String logInSecret) {
    static SchemaConfig from(Environment.Settings settings) {
      return new SchemaConfig(
          CloudConfig.from(settings),
          DatabaseConfig.from(settings),
          settings.required("TWO_APP_DATABASE_SECRET"));
    }
  }
}
