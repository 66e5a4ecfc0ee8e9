package io.takewithott.payment.order;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Ids of orders: one for each attempt, and not to be guessed where a browser carries them. */
public final class OrderIds {
  private static final int BYTES = 16;

  private final SecureRandom random;

  public OrderIds(SecureRandom random) {
    this.random = random;
  }

  String join() {
    return "j" + unguessable();
  }

  /** A month of a membership, charged for the so many-th time. */
  public static String month(long membershipId, int cycle, int attempt) {
    return "m" + membershipId + "_c" + cycle + "_a" + attempt;
  }

  /** What a registration of a billing key is begun as. */
  public String subscription() {
    return "b" + unguessable();
  }

  /** What lets somebody into a party that is not found by anybody. */
  public String invitation() {
    return unguessable().substring(0, 16);
  }

  private String unguessable() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
