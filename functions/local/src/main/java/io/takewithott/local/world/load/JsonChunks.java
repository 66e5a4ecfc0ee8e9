package io.takewithott.local.world.load;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Packs rows into JSON arrays that a request can carry. The Data API takes requests of 4 MiB;
 * within a request the JSON is a string once more, which at worst doubles it.
 */
final class JsonChunks implements Iterator<JsonChunk> {
  static final int MOST_BYTES = 1024 * 1024;

  /** More rows would not be faster, and a statement must end well within its 45 s. */
  static final int MOST_ROWS = 10_000;

  private final Iterator<String> rows;
  private final int mostBytes;
  private final int mostRows;
  private @Nullable String waiting;

  JsonChunks(Iterator<String> rows) {
    this(rows, MOST_BYTES, MOST_ROWS);
  }

  JsonChunks(Iterator<String> rows, int mostBytes, int mostRows) {
    this.rows = rows;
    this.mostBytes = mostBytes;
    this.mostRows = mostRows;
  }

  @Override
  public boolean hasNext() {
    return waiting != null || rows.hasNext();
  }

  /** As many rows as fit, and at least one. */
  @Override
  public JsonChunk next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    StringBuilder json = new StringBuilder("[");
    int bytes = 2;
    int count = 0;
    while (count < mostRows && hasNext()) {
      String row = waiting == null ? rows.next() : waiting;
      waiting = null;
      int more = utf8Length(row) + (count == 0 ? 0 : 1);
      if (bytes + more > mostBytes) {
        if (count > 0) {
          waiting = row;
          break;
        }
        throw new IllegalArgumentException("a row of " + more + " bytes fits no request");
      }
      json.append(count == 0 ? "" : ",").append(row);
      bytes += more;
      count++;
    }
    return new JsonChunk(json.append(']').toString(), count);
  }

  private static int utf8Length(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Each half of a surrogate pair stands for two of its four bytes.
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes;
  }
}
