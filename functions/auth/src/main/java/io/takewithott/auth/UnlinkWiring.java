package io.takewithott.auth;

import io.takewithott.auth.social.SocialConfig;
import io.takewithott.auth.social.SocialWiring;
import io.takewithott.auth.social.Unlinker;
import io.takewithott.core.Environment;
import io.takewithott.core.cloud.CloudClients;
import io.takewithott.core.cloud.CloudConfig;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.DatabaseConfig;
import io.takewithott.core.lambda.Budget;
import io.takewithott.core.secrets.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;

/** What the function that ends connections is made of. */
record UnlinkWiring(Unlinker unlinker, Budget budget, Runnable warmUp, Runnable afterRestore) {
  /** As long as any function may take. */
  private static final Duration LONGEST_RUN = Duration.ofMinutes(15);

  static UnlinkWiring of(Environment environment, InstantSource clock) {
    Config config = environment.read(Config::from);
    Budget budget = new Budget(Clock.systemUTC(), LONGEST_RUN);
    CloudClients clients = new CloudClients(config.cloud);
    Secrets secrets = clients.secrets(clock);
    Database database = clients.database(config.database, budget);
    return new UnlinkWiring(
        SocialWiring.unlinker(config.social, database, secrets, budget, clock),
        budget,
        database::ping,
        secrets::forget);
  }

  private record Config(CloudConfig cloud, DatabaseConfig database, SocialConfig social) {
    static Config from(Environment.Settings settings) {
      return new Config(
          CloudConfig.from(settings), DatabaseConfig.from(settings), SocialConfig.from(settings));
    }
  }
}
