package io.takewithott.community;

import io.takewithott.core.Environment;
import io.takewithott.core.cloud.CloudConfig;
import io.takewithott.core.database.DatabaseConfig;
import java.net.URI;

/**
 * What every function that writes to connections is told.
 *
 * @param sockets the address of the WebSocket API's stage
 */
record ChatConfig(CloudConfig cloud, DatabaseConfig database, URI sockets) {
  static ChatConfig from(Environment.Settings settings) {
    settings.required("TWO_SOCKET_ADDRESS");
    return new ChatConfig(
        CloudConfig.from(settings),
        DatabaseConfig.from(settings),
        settings.address("TWO_SOCKET_ADDRESS").orElse(URI.create("http://invalid")));
  }
}
