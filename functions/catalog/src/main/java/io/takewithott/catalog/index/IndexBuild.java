package io.takewithott.catalog.index;

import io.takewithott.catalog.index.RowStore.Row;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** Makes the search index from all rows. */
public final class IndexBuild {
  private final RowStore rows;
  private final IndexShelf shelf;

  public IndexBuild(RowStore rows, IndexShelf shelf) {
    this.rows = rows;
    this.shelf = shelf;
  }

  /** Makes it anew if anything has changed since the current one was made. */
  public IndexReport run() {
    Optional<IndexPointer> current = shelf.current();
    if (current.isPresent() && isUpToDate(current.get())) {
      return new IndexReport(false, 0, current.get().bytes());
    }
    long watermark = rows.watermark();
    SearchIndex.Builder builder = SearchIndex.builder();
    readAll(rows, builder, Integer.MAX_VALUE);
    byte[] index = builder.write(watermark);
    return new IndexReport(shelf.publish(index, watermark), builder.size(), index.length);
  }

  /** An index that cannot be opened here, of another version of ours, is made anew as well. */
  private boolean isUpToDate(IndexPointer current) {
    RowStore.Changes changes = rows.changesSince(current.watermark());
    return changes.rows().isEmpty() && changes.complete() && shelf.load(current).isPresent();
  }

  /** Reads everything, or as much as may be; whether that was all. */
  static boolean readAll(RowStore rows, SearchIndex.Builder builder, int most) {
    return read(rows::titlesAfter, builder, most)
        && read(rows::peopleAfter, builder, most)
        && read(rows::linesAfter, builder, most);
  }

  private static boolean read(
      LongFunction<List<Row>> pages, SearchIndex.Builder builder, int most) {
    long after = 0;
    while (builder.size() < most) {
      List<Row> page = pages.apply(after);
      if (page.isEmpty()) {
        return true;
      }
      page.forEach(row -> row.addTo(builder));
      after = page.get(page.size() - 1).id();
    }
    return false;
  }

  /**
   * @param made whether there is a new current index
   * @param entries names and lines in it
   */
  public record IndexReport(boolean made, int entries, long bytes) {}
}
