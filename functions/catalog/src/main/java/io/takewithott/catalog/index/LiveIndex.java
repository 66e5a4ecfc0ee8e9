package io.takewithott.catalog.index;

import io.takewithott.catalog.index.IndexShelf.Published;
import io.takewithott.catalog.index.RowStore.Changes;
import io.takewithott.catalog.index.RowStore.Row;
import io.takewithott.core.database.DatabaseException;
import io.takewithott.core.metrics.Measured;
import io.takewithott.core.metrics.Metric;
import io.takewithott.core.objects.ObjectStoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index as this instance knows it: the current object from S3, which is asked after every half
 * minute, and the rows that changed since it was made, which a search reads as often. Where no
 * index has been made yet a small catalogue is read whole, and one is asked for.
 */
public final class LiveIndex {
  private static final Logger LOG = LoggerFactory.getLogger(LiveIndex.class);

  /** So that a new line is found within a minute, for two small reads a minute and instance. */
  static final Duration LOOKED_AFTER = Duration.ofSeconds(30);

  /** Names and lines that are read from the database where there is no index. */
  static final int SMALL = 25_000;

  /** With so many changes the index is worth making anew. */
  static final int MANY_CHANGES = 500;

  /** Making an index takes minutes at most, and asking twice does no harm. */
  private static final Duration ASKED_AGAIN = Duration.ofMinutes(10);

  private final IndexShelf shelf;
  private final RowStore rows;
  private final Runnable wanted;
  private final InstantSource clock;
  private final Map<String, Row> changes = new HashMap<>();
  private @Nullable Lookup lookup;
  private @Nullable String loadedKey;
  private long changesSince;
  private Instant madeAt = Instant.EPOCH;
  private Instant pointerDue = Instant.MIN;
  private Instant changesDue = Instant.MIN;
  private Instant askDue = Instant.MIN;

  /**
   * @param wanted asks for an index to be made
   */
  public LiveIndex(IndexShelf shelf, RowStore rows, Runnable wanted, InstantSource clock) {
    this.shelf = shelf;
    this.rows = rows;
    this.wanted = wanted;
    this.clock = clock;
  }

  /**
   * What is known without asking the database, which may be asleep; it is asked where nothing is.
   */
  public synchronized Lookup known() {
    Instant now = clock.instant();
    if (!now.isBefore(pointerDue)) {
      followPointer();
      pointerDue = now.plus(LOOKED_AFTER);
    }
    return lookup == null ? readWhole(now) : lookup;
  }

  /** The same with everything that changed until half a minute ago. */
  public synchronized Lookup current() {
    Lookup known = known();
    Instant now = clock.instant();
    if (now.isBefore(changesDue)) {
      return known;
    }
    changesDue = now.plus(LOOKED_AFTER);
    try {
      return readChanges(known.base(), now);
    } catch (DatabaseException down) {
      LOG.atWarn().setCause(down).log("changes since the search index could not be read");
      return known;
    }
  }

  private void followPointer() {
    try {
      Optional<Published> found = shelf.published();
      if (found.isPresent() && !found.get().pointer().key().equals(loadedKey)) {
        IndexPointer pointer = found.get().pointer();
        shelf.load(pointer).ifPresent(index -> use(index, pointer.key(), found.get().at()));
      }
    } catch (ObjectStoreException down) {
      LOG.atWarn().setCause(down).log("the search index could not be looked after");
    }
  }

  private void use(SearchIndex base, @Nullable String key, Instant at) {
    loadedKey = key;
    madeAt = at;
    changes.clear();
    changesSince = base.watermark();
    changesDue = Instant.MIN;
    lookup = Lookup.of(base);
  }

  private Lookup readWhole(Instant now) {
    long watermark = rows.watermark();
    SearchIndex.Builder builder = SearchIndex.builder();
    boolean all = IndexBuild.readAll(rows, builder, SMALL);
    SearchIndex whole = builder.build(watermark);
    use(whole, null, now);
    changesDue = now.plus(LOOKED_AFTER);
    if (!all) {
      ask(now);
    }
    return Lookup.of(whole);
  }

  private Lookup readChanges(SearchIndex base, Instant now) {
    if (changes.size() >= SMALL) {
      // No index has been made for long: what came since is left to the one that is asked for.
      ask(now);
      return lookup == null ? Lookup.of(base) : lookup;
    }
    Changes read = rows.changesSince(changesSince);
    read.rows().forEach(row -> changes.put(row.kind() + row.id(), row));
    measure(now);
    if (read.complete()) {
      changesSince = read.watermark();
    }
    if (!read.complete() || changes.size() >= MANY_CHANGES) {
      ask(now);
    }
    Lookup next = read.rows().isEmpty() && lookup != null ? lookup : withChanges(base);
    lookup = next;
    return next;
  }

  /** Twice a minute and instance at most, and only while somebody searches. */
  private void measure(Instant now) {
    long age = Math.max(0, Duration.between(madeAt, now).toSeconds());
    LOG.atInfo()
        .addKeyValue(
            Measured.KEY,
            Measured.of(Metric.SEARCH_INDEX_AGE, age).and(Metric.SEARCH_CHANGES, changes.size()))
        .log("the search index was looked after");
  }

  private Lookup withChanges(SearchIndex base) {
    if (changes.isEmpty()) {
      return Lookup.of(base);
    }
    SearchIndex.Builder builder = SearchIndex.builder();
    Map<String, Set<Long>> ids = new HashMap<>();
    for (Row row : changes.values()) {
      row.addTo(builder);
      ids.computeIfAbsent(row.kind(), kind -> new HashSet<>()).add(row.id());
    }
    return new Lookup(
        base,
        builder.build(changesSince),
        ids.getOrDefault("line", Set.of()),
        ids.getOrDefault("title", Set.of()),
        ids.getOrDefault("person", Set.of()));
  }

  private void ask(Instant now) {
    if (now.isBefore(askDue)) {
      return;
    }
    askDue = now.plus(ASKED_AGAIN);
    try {
      wanted.run();
    } catch (RuntimeException refused) {
      LOG.atWarn().setCause(refused).log("a new search index could not be asked for");
    }
  }
}
