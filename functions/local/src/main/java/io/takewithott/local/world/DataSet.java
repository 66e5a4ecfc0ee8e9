package io.takewithott.local.world;

import java.util.List;

/** A catalogue with its viewers and their ratings. Reading it twice gives the same contents. */
public interface DataSet {

  /** The name its rows bear in the database; another import of this name refreshes them. */
  String source();

  /** What kind of data this is, for people: {@code MovieLens 1M}. */
  String format();

  /** SHA-256 of everything the contents depend on, in hexadecimal. */
  String digest();

  /**
   * Reads everything. Lines that cannot be used are left out and noted.
   *
   * @throws DataRefusedException when the data is not what it claims to be
   */
  Contents read();

  /** Which of these titles are known elsewhere by which number. */
  default List<TitleLink> links(Contents contents) {
    return List.of();
  }
}
