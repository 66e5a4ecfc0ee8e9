package io.takewithott.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.database.Sql;
import io.takewithott.core.json.Json;
import io.takewithott.local.contract.Witness;
import io.takewithott.local.runtime.InvocationResult;
import io.takewithott.testing.Checkout;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The running system without titles, and the desk behind which its providers stand in. */
final class SocialWorld implements AutoCloseable {
  private final Path folder;
  private final LocalServer server;
  private final Witness witness;

  private SocialWorld(Path folder, LocalServer server, Witness witness) {
    this.folder = folder;
    this.server = server;
    this.witness = witness;
  }

  static SocialWorld start(boolean isolated) throws IOException {
    Path folder = Files.createTempDirectory("takewithott-");
    Witness witness = new Witness();
    LocalServer server =
        LocalServer.prepare(
            LocalSettings.bare(Checkout.root(), folder, isolated),
            witness,
            (function, instance, line) -> {});
    server.serve();
    return new SocialWorld(folder, server, witness);
  }

  URI address() {
    return server.address();
  }

  /** Where the providers stand in, and are told how to behave. */
  URI standIns() {
    return URI.create(server.clientSettings().get("AWS_ENDPOINT_URL_SQS"));
  }

  /** What follows that page's name in the newest mail to somebody, once it has come. */
  String linkTo(String email, String page) throws InterruptedException {
    return MailedLink.to(server, email, page);
  }

  /** Tells a provider to misbehave. */
  void misbehave(String provider, String placeAndFault) throws Exception {
    new Browser(standIns()).post("/_local/standins/" + provider + "/" + placeAndFault, Map.of());
  }

  void behave(String provider) throws Exception {
    new Browser(standIns()).send("DELETE", "/_local/standins/" + provider, null, null);
  }

  /** How often a provider was asked, and who is connected. */
  JsonNode desk(String provider) throws Exception {
    return new Browser(standIns()).get("/_local/standins/" + provider).json();
  }

  /** Nobody has tried anything too often. */
  void forgetAttempts() {
    server.database().write(Sql.of("delete from rate_limits"));
  }

  long count(String table) {
    return server
        .database()
        .readOne(Sql.of("select count(*) as n from " + table), Count.class)
        .orElseThrow()
        .n();
  }

  void run(String sql) {
    server.database().write(Sql.of(sql));
  }

  /** What the schedule does. */
  JsonNode unlinkRun() {
    InvocationResult result = server.invoke("UnlinkFunction", Json.bytes(Map.of()));
    if (!result.succeeded()) {
      throw new IllegalStateException(result.text());
    }
    return Json.tree(result.payload());
  }

  @Override
  public void close() {
    server.close();
    DataFolders.clear(folder);
    witness.requireAsDescribed();
  }

  record Count(long n) {}
}
