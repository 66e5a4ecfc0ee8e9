package io.takewithott.recommender.storage;

import java.nio.channels.FileChannel;

/** Where files are kept for a moment, on their way to or from the object store. */
public interface Scratch {
  /**
   * An empty file to write and read. Whatever becomes of this process, nothing is left of it; what
   * was mapped into memory stays until nobody refers to it.
   *
   * @param purpose what the file is for, to say so when there is no room for it
   * @param bytes how long it will be
   * @throws ScratchException when there is no room for it
   */
  FileChannel file(String purpose, long bytes);
}
