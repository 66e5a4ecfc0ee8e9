package io.takewithott.local.chat;

import io.takewithott.core.json.Json;
import io.takewithott.local.chat.Assignment.Outcome;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A process of clients: reads its assignment from a file and writes the outcomes to another. */
public final class ChatClients {
  private ChatClients() {}

  public static void main(String[] arguments) throws Exception {
    Assignment assignment = Json.read(Files.readAllBytes(Path.of(arguments[0])), Assignment.class);
    ExecutorService threads = Executors.newCachedThreadPool();
    HttpClient http = HttpClient.newHttpClient();
    List<Future<Outcome>> running = new ArrayList<>();
    for (Assignment.Client client : assignment.clients()) {
      running.add(
          threads.submit(
              new ChatClient(
                  http,
                  URI.create(assignment.address()),
                  client,
                  assignment.cuts(),
                  new Random(assignment.seed() + client.userId()))));
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (Future<Outcome> each : running) {
      outcomes.add(each.get());
    }
    Files.write(Path.of(arguments[1]), Json.bytes(outcomes));
    System.exit(0);
  }
}
