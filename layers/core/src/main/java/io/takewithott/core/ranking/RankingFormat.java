package io.takewithott.core.ranking;

import io.takewithott.core.json.Json;
import io.takewithott.core.objects.Checksum;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A ranking as bytes: the line {@code TWO-RANKING 2 <sha-256 of the rest, hexadecimal>}, then JSON.
 * What does not match its checksum, or is of another format, is not a ranking. Version 1 knew no
 * ends of alpha and is still read: until the next training most rankings are of it.
 */
public final class RankingFormat {
  public static final String CONTENT_TYPE = "application/vnd.takewithott.ranking";

  private static final String MAGIC = "TWO-RANKING 2 ";
  private static final String MAGIC_OF_VERSION_1 = "TWO-RANKING 1 ";

  private RankingFormat() {}

  public static byte[] write(Ranking ranking) {
    byte[] json = Json.bytes(ranking);
    byte[] header = (MAGIC + Checksum.sha256(json) + "\n").getBytes(StandardCharsets.US_ASCII);
    byte[] whole = Arrays.copyOf(header, header.length + json.length);
    System.arraycopy(json, 0, whole, header.length, json.length);
    return whole;
  }

  /** The ranking, or nothing when the bytes are damaged or of a format not known here. */
  public static Optional<Ranking> read(byte[] bytes) {
    int headerLength = MAGIC.length() + Checksum.HEX_LENGTH + 1;
    if (bytes.length < headerLength) {
      return Optional.empty();
    }
    String header = new String(bytes, 0, headerLength, StandardCharsets.US_ASCII);
    byte[] json = Arrays.copyOfRange(bytes, headerLength, bytes.length);
    String rest = Checksum.sha256(json) + "\n";
    if (!header.equals(MAGIC + rest) && !header.equals(MAGIC_OF_VERSION_1 + rest)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.read(json, Ranking.class));
    } catch (UncheckedIOException ofAnotherShape) {
      return Optional.empty();
    }
  }
}
