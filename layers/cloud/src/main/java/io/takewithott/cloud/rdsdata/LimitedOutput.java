package io.takewithott.cloud.rdsdata;

import java.io.ByteArrayOutputStream;

/** A response being written; it refuses to grow past the limit. */
final class LimitedOutput extends ByteArrayOutputStream {
  private final int limitBytes;

  LimitedOutput(int limitBytes) {
    this.limitBytes = limitBytes;
  }

  @Override
  public synchronized void write(int b) {
    requireRoom(1);
    super.write(b);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    requireRoom(length);
    super.write(bytes, offset, length);
  }

  private void requireRoom(int length) {
    if (count + length > limitBytes) {
      throw DataApiException.responseTooLarge();
    }
  }
}
