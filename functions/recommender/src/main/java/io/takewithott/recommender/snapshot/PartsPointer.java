package io.takewithott.recommender.snapshot;

import java.util.List;

/**
 * Which parts the ratings consist of.
 *
 * @param watermark the transaction from which on changes may be missing
 * @param parts ascending by user; the first begins with the lowest id that there can be
 */
public record PartsPointer(long watermark, List<RatingsPart> parts) {
  public PartsPointer {
    parts = List.copyOf(parts);
  }

  public long ratings() {
    return parts.stream().mapToLong(RatingsPart::ratings).sum();
  }

  /** The highest id that belongs to a part. */
  public long lastUser(int part) {
    return part + 1 < parts.size() ? parts.get(part + 1).fromUser() - 1 : Long.MAX_VALUE;
  }
}
