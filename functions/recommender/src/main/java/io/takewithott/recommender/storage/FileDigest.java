package io.takewithott.recommender.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of files of any length, read piece by piece. */
final class FileDigest {
  static final int LENGTH = 32;

  private static final int PIECE_BYTES = 1 << 20;

  private FileDigest() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** Of a whole file, hexadecimal. */
  static String of(FileChannel file) throws IOException {
    return HexFormat.of().formatHex(of(file::read, file.size()));
  }

  /** Of the first {@code length} bytes; fewer if there are no more. */
  static byte[] of(Source source, long length) throws IOException {
    MessageDigest digest = sha256();
    ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE_BYTES, length));
    long at = 0;
    while (at < length) {
      piece.clear().limit((int) Math.min(piece.capacity(), length - at));
      int read = source.read(piece, at);
      if (read < 0) {
        break;
      }
      digest.update(piece.flip());
      at += read;
    }
    return digest.digest();
  }

  /** Bytes by their place, as {@link FileChannel#read(ByteBuffer, long)} reads them. */
  interface Source {
    int read(ByteBuffer into, long at) throws IOException;
  }
}
