package io.takewithott.community;

import io.takewithott.community.push.PushRun;
import io.takewithott.core.Environment;
import io.takewithott.core.lambda.Budget;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;

/** What the function that tells connections of changes is made of. */
record PushWiring(PushRun run, Budget budget, Runnable warmUp) {
  private static final Duration LONGEST_RUN = Duration.ofSeconds(60);

  static PushWiring of(Environment environment, InstantSource clock) {
    Budget budget = new Budget(Clock.systemUTC(), LONGEST_RUN);
    ChatParts parts = ChatParts.of(environment.read(ChatConfig::from), budget, clock);
    return new PushWiring(
        new PushRun(parts.database(), clock, parts.deliveries(), budget),
        budget,
        parts.database()::ping);
  }
}
