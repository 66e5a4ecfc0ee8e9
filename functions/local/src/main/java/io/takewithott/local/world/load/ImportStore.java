package io.takewithott.local.world.load;

import io.takewithott.local.world.Service;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where imports go. Every method may be repeated and then changes nothing; a chunk of rows is
 * stored wholly or not at all. Rows are JSON objects as {@link ImportRows} writes them.
 */
interface ImportStore {

  /** The name under which these very files were imported to the end, if they were. */
  Optional<String> finishedSource(String digest);

  /**
   * Begins an import, or takes up one that was broken off.
   *
   * @return how many ratings are stored already
   */
  long begin(String source, String format, String digest);

  void storeServices(List<Service> services);

  /**
   * @param availabilityAsOf the day for which the titles' services are known
   * @return how many titles were new or different, not counting what hangs on them
   */
  long storeTitles(String source, JsonChunk titles, LocalDate availabilityAsOf);

  /** Which titles are known elsewhere by which number; the first to say so is right. */
  void storeLinks(String source, JsonChunk links);

  /** Has what follows planned for as many rows as there are now. */
  void refreshStatistics();

  /** Answers how many viewers were new or different. */
  long storeViewers(String source, JsonChunk viewers);

  /**
   * Stores ratings, and with them that so many of the data set's are stored now.
   *
   * @return how many were new or different
   */
  long storeRatings(String source, JsonChunk ratings, long progress);

  void finish(String source);
}
