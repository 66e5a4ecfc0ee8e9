package io.takewithott.cloud.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;

/** Serves a folder until it is killed. */
final class ServingProgram {
  private ServingProgram() {}

  public static void main(String[] arguments) throws Exception {
    PostgresServer server = PostgresServer.start(Path.of(arguments[0]));
    server.createDatabase("films");
    try (Connection connection = server.connect("films");
        Statement statement = connection.createStatement()) {
      statement.execute("create table film as select 'Okja' as title");
    }
    System.out.println("serving");
    Thread.sleep(Long.MAX_VALUE);
  }
}
