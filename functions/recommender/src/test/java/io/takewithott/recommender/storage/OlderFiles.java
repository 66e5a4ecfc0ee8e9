package io.takewithott.recommender.storage;

import io.takewithott.core.json.Json;
import io.takewithott.core.objects.Checksum;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** What an older release left in the bucket. */
public final class OlderFiles {
  private OlderFiles() {}

  /**
   * A folder whose pointer names a whole file of format version 1, with one section and no
   * directory, and knows nothing of rolling back.
   */
  public static void replaceByVersionOne(Blobs blobs, String folder, String magic) {
    ByteBuffer file = ByteBuffer.allocate(8 + 4 + 4 + 12 + 32 + 32);
    file.order(ByteOrder.LITTLE_ENDIAN);
    file.put(magic.getBytes(StandardCharsets.US_ASCII)).putInt(1).putInt(1);
    file.put("HEAD".getBytes(StandardCharsets.US_ASCII)).putLong(32);
    file.position(file.capacity() - FileDigest.LENGTH);
    file.put(FileDigest.sha256().digest(Arrays.copyOf(file.array(), file.position())));
    String key = folder + "/00000000-older.file";
    blobs.put(key, file.array(), EditionShelf.FILE_TYPE);
    Edition edition = new Edition(key, Checksum.sha256(file.array()), file.capacity(), Map.of());
    blobs.put(folder + "/current", Json.bytes(Map.of("current", edition)), "application/json");
  }
}
