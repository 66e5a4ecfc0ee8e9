package io.takewithott.local.world.load;

import io.takewithott.core.database.Database;
import io.takewithott.local.world.Contents;
import io.takewithott.local.world.DataRefusedException;
import io.takewithott.local.world.DataSet;
import io.takewithott.local.world.Remarks;
import io.takewithott.local.world.TitleLink;
import io.takewithott.local.world.load.ImportReport.Count;
import io.takewithott.local.world.load.ImportReport.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Brings a data set into the database. It is read to the end first, so that data we refuse leaves
 * no trace. Titles and viewers come before the ratings that name them; ratings go in their fixed
 * order together with how many are stored, so an import that was killed goes on behind the last
 * chunk.
 */
public final class Importer {
  private final ImportStore store;
  private final ProgressListener listener;
  private final InstantSource clock;

  public Importer(Database database, ProgressListener listener, InstantSource clock) {
    this(new DatabaseImportStore(database), listener, clock);
  }

  Importer(ImportStore store, ProgressListener listener, InstantSource clock) {
    this.store = store;
    this.listener = listener;
    this.clock = clock;
  }

  /**
   * @throws DataRefusedException when the data is not what it claims to be; nothing was written
   *     then
   */
  public ImportReport run(DataSet data) {
    return store
        .finishedSource(data.digest())
        .map(source -> alreadyThere(source, data))
        .orElseGet(() -> new Run(data).report());
  }

  private static ImportReport alreadyThere(String source, DataSet data) {
    return new ImportReport(
        source,
        data.format(),
        Outcome.ALREADY_THERE,
        Count.NONE,
        Count.NONE,
        Count.NONE,
        0,
        Remarks.NONE,
        Map.of());
  }

  /** One import. */
  private final class Run {
    private final DataSet data;
    private final Map<Stage, Duration> times = new EnumMap<>(Stage.class);

    Run(DataSet data) {
      this.data = data;
    }

    ImportReport report() {
      Contents contents = timed(Stage.READING, this::read);
      List<TitleLink> links = data.links(contents);
      String source = data.source();
      long before = store.begin(source, data.format(), data.digest());
      store.storeServices(contents.availability().services());
      Count titles =
          timed(
              Stage.TITLES,
              () ->
                  stored(
                      Stage.TITLES,
                      ImportRows.titles(contents),
                      contents.titles().size(),
                      chunk -> store.storeTitles(source, chunk, contents.availability().asOf())));
      for (JsonChunks chunks = new JsonChunks(ImportRows.links(links)); chunks.hasNext(); ) {
        store.storeLinks(source, chunks.next());
      }
      Count viewers =
          timed(
              Stage.VIEWERS,
              () ->
                  stored(
                      Stage.VIEWERS,
                      ImportRows.viewers(contents),
                      contents.viewers().size(),
                      chunk -> store.storeViewers(source, chunk)));
      store.refreshStatistics();
      Count ratings = timed(Stage.RATINGS, () -> storedRatings(contents, before));
      store.finish(source);
      return new ImportReport(
          source,
          data.format(),
          before > 0 ? Outcome.COMPLETED : Outcome.IMPORTED,
          titles,
          viewers,
          ratings,
          before,
          contents.remarks(),
          times);
    }

    private Contents read() {
      listener.progress(Stage.READING, 0, 1);
      Contents contents = data.read();
      listener.progress(Stage.READING, 1, 1);
      return contents;
    }

    private Count stored(
        Stage stage, Iterator<String> rows, long total, ToLongFunction<JsonChunk> storing) {
      long done = 0;
      long written = 0;
      listener.progress(stage, done, total);
      for (JsonChunks chunks = new JsonChunks(rows); chunks.hasNext(); ) {
        JsonChunk chunk = chunks.next();
        written += storing.applyAsLong(chunk);
        done += chunk.rows();
        listener.progress(stage, done, total);
      }
      return new Count(total, written);
    }

    private Count storedRatings(Contents contents, long before) {
      long total = contents.ratings().size();
      long done = before;
      long written = 0;
      listener.progress(Stage.RATINGS, done, total);
      JsonChunks chunks = new JsonChunks(ImportRows.ratings(contents, Math.toIntExact(before)));
      while (chunks.hasNext()) {
        JsonChunk chunk = chunks.next();
        done += chunk.rows();
        written += store.storeRatings(data.source(), chunk, done);
        listener.progress(Stage.RATINGS, done, total);
      }
      return new Count(total, written);
    }

    private <T> T timed(Stage stage, Supplier<T> work) {
      Instant started = clock.instant();
      T result = work.get();
      times.put(stage, Duration.between(started, clock.instant()));
      return result;
    }
  }
}
