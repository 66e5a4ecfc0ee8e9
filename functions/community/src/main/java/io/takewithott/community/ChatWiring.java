package io.takewithott.community;

import io.takewithott.community.chat.Actions;
import io.takewithott.community.socket.Door;
import io.takewithott.core.Environment;
import io.takewithott.core.http.HttpFunction;
import io.takewithott.core.lambda.Budget;
import java.time.Clock;
import java.time.InstantSource;

/** What the function behind the WebSocket API is made of. */
record ChatWiring(Door door, Actions actions, Budget budget, Runnable warmUp) {
  static ChatWiring of(Environment environment, InstantSource clock) {
    Budget budget = new Budget(Clock.systemUTC(), HttpFunction.LONGEST_REQUEST);
    ChatParts parts = ChatParts.of(environment.read(ChatConfig::from), budget, clock);
    return new ChatWiring(
        new Door(parts.connections(), parts.deliveries()),
        new Actions(parts.database(), clock, parts.deliveries()),
        budget,
        parts.database()::ping);
  }
}
