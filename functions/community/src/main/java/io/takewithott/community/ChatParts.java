package io.takewithott.community;

import io.takewithott.community.socket.ConnectionStore;
import io.takewithott.community.socket.Deliveries;
import io.takewithott.community.socket.FanOut;
import io.takewithott.core.cloud.CloudClients;
import io.takewithott.core.database.Database;
import io.takewithott.core.lambda.Budget;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What the functions that write to connections have in common, put together. */
record ChatParts(Database database, ConnectionStore connections, Deliveries deliveries) {
  /** Enough for a room; each waits for the network most of the time. */
  private static final int THREADS = 10;

  static ChatParts of(ChatConfig config, Budget budget, InstantSource clock) {
    CloudClients clients = new CloudClients(config.cloud());
    Database database = clients.database(config.database(), budget);
    ConnectionStore connections = new ConnectionStore(database, clock);
    ExecutorService threads =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "fan-out");
              thread.setDaemon(true);
              return thread;
            });
    return new ChatParts(
        database,
        connections,
        new FanOut(clients.sockets(config.sockets()), connections, threads, budget));
  }
}
