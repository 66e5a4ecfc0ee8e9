package io.takewithott.local;

import io.takewithott.auth.token.Access;
import io.takewithott.auth.token.AccessTokens;
import io.takewithott.auth.token.TokenKeys;
import io.takewithott.core.Environment;
import io.takewithott.core.cloud.CloudClients;
import io.takewithott.core.cloud.CloudConfig;
import io.takewithott.core.database.Sql;
import io.takewithott.core.secrets.Secrets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Many members at once, with tokens by the world's own key: signing up takes a password's time. */
final class Crowd {
  private static final Duration LIFETIME = Duration.ofMinutes(10);

  private Crowd() {}

  /** The access tokens of so many new members, whose ids follow on one another. */
  static List<String> tokens(RunningWorld world, long firstUserId, int count) {
    world
        .server()
        .database()
        .write(
            Sql.of(
                    """
                    insert into users (user_id, nickname)
                    select n, 'crowd ' || n from generate_series(:first::bigint, :last::bigint) n
                    """)
                .bind("first", firstUserId)
                .bind("last", firstUserId + count - 1));
    AccessTokens tokens = tokens(world);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(
          tokens
              .issue(new Access(firstUserId + i, "00000000-0000-0000-0000-000000000000", false))
              .text());
    }
    return all;
  }

  private static AccessTokens tokens(RunningWorld world) {
    String secretId =
        world.server().template().functions().stream()
            .map(each -> Optional.ofNullable(each.environment().get("TWO_TOKEN_KEYS_SECRET")))
            .flatMap(Optional::stream)
            .findFirst()
            .orElseThrow();
    Map<String, String> settings = world.server().clientSettings();
    InstantSource clock = InstantSource.system();
    Secrets secrets =
        Environment.of(settings)
            .read(
                each -> {
                  settings.keySet().forEach(each::optional);
                  return new CloudClients(CloudConfig.from(each)).secrets(clock);
                });
    return new AccessTokens(new TokenKeys(secrets, secretId, clock), clock, LIFETIME);
  }
}
