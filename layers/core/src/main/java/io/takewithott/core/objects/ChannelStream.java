package io.takewithott.core.objects;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * A file from its beginning. It keeps a place of its own and leaves the file open, so that an
 * upload that is tried again can read it again.
 */
final class ChannelStream extends InputStream {
  private final FileChannel file;
  private long at;

  ChannelStream(FileChannel file) {
    this.file = file;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = file.read(ByteBuffer.wrap(into, offset, length), at);
    at += Math.max(0, read);
    return read;
  }
}
