package io.takewithott.core.objects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * Writes an answer to a file piece by piece. An answer that breaks off or is shorter than it said
 * is asked for again, and then begins the file anew; a file that cannot be written is not.
 */
final class ToFile implements ResponseTransformer<GetObjectResponse, Long> {
  private static final int PIECE_BYTES = 1 << 16;

  private final FileChannel file;
  private @Nullable IOException unwritable;

  ToFile(FileChannel file) {
    this.file = file;
  }

  /** Answers how many bytes there were. */
  @Override
  public Long transform(GetObjectResponse answer, AbortableInputStream content) {
    write(() -> file.truncate(0));
    byte[] piece = new byte[PIECE_BYTES];
    long length = 0;
    for (int read = read(content, piece); read >= 0; read = read(content, piece)) {
      append(ByteBuffer.wrap(piece, 0, read), length);
      length += read;
    }
    Long announced = answer.contentLength();
    if (announced != null && announced != length) {
      throw RetryableException.create(
          "The answer ended after " + length + " of " + announced + " bytes");
    }
    return length;
  }

  /** Why the file could not be written, if that was the failure. */
  @Nullable IOException unwritable() {
    return unwritable;
  }

  private static int read(AbortableInputStream content, byte[] into) {
    try {
      return content.read(into);
    } catch (IOException broken) {
      throw RetryableException.create("The answer broke off", broken);
    }
  }

  private void append(ByteBuffer piece, long at) {
    write(
        () -> {
          long to = at;
          while (piece.hasRemaining()) {
            to += file.write(piece, to);
          }
        });
  }

  private void write(Writing writing) {
    try {
      writing.run();
    } catch (IOException failure) {
      unwritable = failure;
      throw new UncheckedIOException(failure);
    }
  }

  private interface Writing {
    void run() throws IOException;
  }
}
