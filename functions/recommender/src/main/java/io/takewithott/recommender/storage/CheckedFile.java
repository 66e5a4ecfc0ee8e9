package io.takewithott.recommender.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Optional;

/**
 * A file whose whole content is known to be what was stored: hashing it again would find nothing.
 */
public final class CheckedFile {
  private final FileChannel channel;

  private CheckedFile(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Nothing when the file has another length or another checksum.
   *
   * @param sha256 of the whole file, hexadecimal
   */
  public static Optional<CheckedFile> of(FileChannel channel, long bytes, String sha256)
      throws IOException {
    return channel.size() == bytes && FileDigest.of(channel).equals(sha256)
        ? Optional.of(new CheckedFile(channel))
        : Optional.empty();
  }

  /** The file itself; it must not be changed. */
  public FileChannel channel() {
    return channel;
  }
}
