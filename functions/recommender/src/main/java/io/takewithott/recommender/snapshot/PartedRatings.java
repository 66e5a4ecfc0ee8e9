package io.takewithott.recommender.snapshot;

import io.takewithott.core.json.Json;
import io.takewithott.core.objects.StoredObject;
import io.takewithott.recommender.storage.Blobs;
import io.takewithott.recommender.storage.CorruptFileException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Ratings as a row of compressed objects, {@code parts/<watermark>-<hash>.part}, behind {@code
 * parts/current}: each is a snapshot ({@link SnapshotFormat}) of some users, by gzip. A part never
 * changes; what replaces it bears another name. So no machine ever needs more than one of them, and
 * a change rewrites only those that it is in.
 */
public final class PartedRatings {
  private static final String FOLDER = "parts/";
  private static final String POINTER = FOLDER + "current";
  private static final String ENDING = ".part";
  private static final int HASH_LENGTH = 16;

  /** Parts that one look finds to be forgotten; the rest is for the next time. */
  private static final int MOST_LISTED = 20_000;

  private final Blobs blobs;

  public PartedRatings(Blobs blobs) {
    this.blobs = blobs;
  }

  /** The pointer as it lies there now, if there are parts. */
  Optional<StoredObject> pointer() {
    return blobs.get(POINTER);
  }

  public Optional<PartsPointer> current() {
    return pointer().map(PartedRatings::read);
  }

  static PartsPointer read(StoredObject pointer) {
    return Json.read(pointer.bytes(), PartsPointer.class);
  }

  /**
   * @throws CorruptFileException when the part is gone or is not what was stored
   */
  public RatingsSnapshot open(RatingsPart part) {
    return unpacked(part, packed(part));
  }

  /** A part as it lies there, checked. */
  public byte[] packed(RatingsPart part) {
    byte[] packed =
        blobs
            .get(part.key())
            .orElseThrow(() -> new CorruptFileException(part.key() + " is named and is not there"))
            .bytes();
    if (!sha256(packed).equals(part.sha256())) {
      throw new CorruptFileException(part.key() + " does not match its pointer's checksum");
    }
    return packed;
  }

  /** What is in a part. */
  public static RatingsSnapshot unpacked(RatingsPart part, byte[] packed) {
    try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return SnapshotFormat.read(unzipped.readAllBytes());
    } catch (IOException damaged) {
      throw new CorruptFileException(part.key() + " cannot be read: " + damaged.getMessage());
    }
  }

  /** Stores a part, which counts from when a pointer names it. */
  RatingsPart store(RatingsSnapshot ratings, long fromUser, long readAtEpochSeconds) {
    byte[] packed = packed(ratings);
    String hash = sha256(packed);
    String key =
        String.format(
            "%s%020d-%s%s", FOLDER, ratings.watermark(), hash.substring(0, HASH_LENGTH), ENDING);
    blobs.put(key, packed, "application/gzip");
    return new RatingsPart(
        key,
        hash,
        packed.length,
        fromUser,
        ratings.size(),
        ratings.userCount(),
        readAtEpochSeconds);
  }

  /**
   * Makes these the parts of the ratings, and then deletes what they replace.
   *
   * @return false when another pointer was written meanwhile, which stays
   */
  boolean publish(PartsPointer parts, Optional<StoredObject> seen) {
    if (!blobs.write(POINTER, Json.bytes(parts), "application/json", seen)) {
      return false;
    }
    Set<String> kept = new HashSet<>();
    parts.parts().forEach(part -> kept.add(part.key()));
    // A later one is being written by somebody else.
    String next = String.format("%s%020d", FOLDER, parts.watermark() + 1);
    List<String> keys = blobs.keys(FOLDER, MOST_LISTED);
    keys.stream()
        .filter(key -> key.endsWith(ENDING) && key.compareTo(next) < 0 && !kept.contains(key))
        .forEach(blobs::delete);
    return true;
  }

  /** A snapshot as the bytes of a part. */
  public static byte[] packed(RatingsSnapshot ratings) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream zipped = new GZIPOutputStream(packed)) {
      zipped.write(SnapshotFormat.write(ratings));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
