package io.takewithott.recommender.storage;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;

/** What a file is to hold, written without being assembled in memory first. */
public interface FileContent {
  /** In bytes. */
  long length();

  void writeTo(WritableByteChannel channel) throws IOException;
}
