package io.takewithott.recommender.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Temporary files in a folder. Each is deleted as soon as it is opened where the operating system
 * can do that, which Linux can: it has no name any more, and its room is free again when it is
 * closed and unmapped, also after a crash. So a killed invocation leaves nothing in Lambda's {@code
 * /tmp}, which outlives it.
 *
 * @param path a folder that exists, such as {@code java.io.tmpdir}
 */
public record ScratchFolder(Path path) implements Scratch {
  @Override
  public FileChannel file(String purpose, long bytes) {
    try {
      long free = Files.getFileStore(path).getUsableSpace();
      if (free < bytes) {
        throw new ScratchException(
            purpose + " needs " + bytes + " bytes in " + path + ", where " + free + " are free");
      }
      return FileChannel.open(
          Files.createTempFile(path, "recommender", null),
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException failure) {
      throw new ScratchException(purpose, failure);
    }
  }
}
