package io.takewithott.core.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The content delivery network in front of the API. To the API it is the other side of every
 * connection; it tells who asks in a header. Whoever knows the API's own address can write that
 * header as well, so it counts only beside another one, with what the network and we alone know.
 */
public final class Edge {
  /** Both are set by the network itself, over whatever a client sent (template.yaml). */
  static final String ADDRESS = "x-viewer-address";

  static final String SECRET = "x-edge-secret";

  private static final Logger LOG = LoggerFactory.getLogger(Edge.class);

  /** An IPv4 or IPv6 address without a port, as the network writes it. */
  private static final Pattern PLAIN_ADDRESS =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|(?=[0-9a-fA-F:.]{2,45}$)[0-9a-fA-F]*:[^.]*:.*");

  private final Supplier<Optional<String>> secret;

  /**
   * @param secret asked for only where a request brings the headers; it is expected to be kept
   */
  public Edge(Supplier<Optional<String>> secret) {
    this.secret = secret;
  }

  /** Nothing stands in front of the API, whatever a header says. */
  public static Edge none() {
    return new Edge(Optional::empty);
  }

  /**
   * Who asks: where the network proves to be itself, whom it names, and otherwise the other side of
   * the connection.
   */
  String viewer(String connected, Optional<String> named, Optional<String> proof) {
    return named
        .filter(address -> PLAIN_ADDRESS.matcher(address).matches())
        .filter(address -> proof.isPresent() && isOurs(proof.get()))
        .orElse(connected);
  }

  private boolean isOurs(String proof) {
    try {
      return secret.get().filter(known -> !known.isBlank() && same(known, proof)).isPresent();
    } catch (SdkException unavailable) {
      // To answer is worth more than to know from where: limits then count all of the network as
      // one.
      LOG.atWarn().setCause(unavailable).log("the edge's secret cannot be read");
      return false;
    }
  }

  /** In a time that does not tell how much of it is right. */
  private static boolean same(String known, String proof) {
    return MessageDigest.isEqual(
        known.getBytes(StandardCharsets.UTF_8), proof.getBytes(StandardCharsets.UTF_8));
  }
}
