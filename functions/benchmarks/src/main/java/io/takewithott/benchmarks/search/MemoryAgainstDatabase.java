package io.takewithott.benchmarks.search;

import io.takewithott.benchmarks.report.Table;
import io.takewithott.benchmarks.search.LineQueries.LineQuery;
import io.takewithott.catalog.index.Lookup;
import io.takewithott.catalog.index.SearchIndex;
import io.takewithott.catalog.lines.FoundLine;
import io.takewithott.catalog.lines.LineFinder;
import io.takewithott.catalog.text.FoldedText;
import io.takewithott.catalog.text.Sound;
import io.takewithott.catalog.text.Sounds;
import io.takewithott.cloud.postgres.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The same lines in an index in memory, and in PostgreSQL under pg_trgm, over the same letters: one
 * for each class of sounds. The database only proposes, its hundred best; the alignment would come
 * on top, as would the way to it. The memory's figure is everything.
 */
final class MemoryAgainstDatabase {
  private static final int QUERIES = 150;
  private static final int PROPOSED = 100;
  private static final int BATCH = 5000;
  private static final int LETTERS = 26;

  private final ShippedFilms films;
  private final Path root;

  MemoryAgainstDatabase(ShippedFilms films, Path root) {
    this.films = films;
    this.root = root;
  }

  static Table table() {
    return new Table("lines", "where", "p50 ms", "p99 ms", "recall@1", "size MB", "to make, s");
  }

  void measure(int lines, boolean database, Table table) throws SQLException {
    SyntheticCatalogue synthetic = SyntheticCatalogue.of(root, 1);
    List<String> others = new ArrayList<>();
    for (int i = films.lines().size(); i < lines; i++) {
      others.add(synthetic.line());
    }
    List<LineQuery> queries = sample();
    inMemory(lines, others, queries, table);
    if (database) {
      inDatabase(lines, others, queries, table);
    }
  }

  private List<LineQuery> sample() {
    List<LineQuery> all = LineQueries.of(films.lines(), LineQueries.REPORTED_ON);
    List<LineQuery> some = new ArrayList<>();
    for (int i = 0; i < QUERIES; i++) {
      some.add(all.get((int) ((long) i * all.size() / QUERIES)));
    }
    return some;
  }

  private void inMemory(int lines, List<String> others, List<LineQuery> queries, Table table) {
    long start = System.nanoTime();
    SearchIndex.Builder builder = SearchIndex.builder();
    films.addTo(builder);
    for (int i = 0; i < others.size(); i++) {
      builder.line(1_000_000L + i, 1_000_000L + i, others.get(i));
    }
    SearchIndex index = builder.build(0);
    double seconds = seconds(start);
    Lookup lookup = Lookup.of(index);
    queries.forEach(query -> LineFinder.find(lookup, query.text(), 5));
    Millis millis = new Millis();
    Recall recall = new Recall();
    for (LineQuery query : queries) {
      millis.measure(
          () ->
              recall.add(
                  LineFinder.find(lookup, query.text(), 5).stream()
                      .map(FoundLine::titleId)
                      .toList()
                      .indexOf(query.line().titleId())));
    }
    add(table, lines, "memory", millis, "%.3f".formatted(recall.atOne()), index.bytes(), seconds);
  }

  private void inDatabase(int lines, List<String> others, List<LineQuery> queries, Table table)
      throws SQLException {
    try (PostgresServer server = PostgresServer.temporary()) {
      server.createDatabase("lines");
      try (Connection connection = server.connect("lines");
          Statement statement = connection.createStatement()) {
        long start = System.nanoTime();
        statement.execute("create extension pg_trgm");
        statement.execute("create table lines (line_id bigint primary key, sounds text not null)");
        fill(connection, others);
        statement.execute("create index on lines using gin (sounds gin_trgm_ops)");
        statement.execute("analyze lines");
        double seconds = seconds(start);
        statement.execute("set pg_trgm.word_similarity_threshold = 0.4");
        Millis millis = new Millis();
        Recall proposed = new Recall();
        ask(connection, queries.subList(0, 10), new Millis(), new Recall());
        ask(connection, queries, millis, proposed);
        long bytes = size(statement);
        add(
            table,
            lines,
            "pg_trgm, proposals only",
            millis,
            "%.3f of 100".formatted(proposed.atOne()),
            bytes,
            seconds);
      }
    }
  }

  private void fill(Connection connection, List<String> others) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into lines values (?, ?)")) {
      connection.setAutoCommit(false);
      films.lines().forEach(line -> batch(insert, line.lineId(), line.text()));
      for (int i = 0; i < others.size(); i++) {
        batch(insert, 1_000_000L + i, others.get(i));
        if (i % BATCH == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
      connection.commit();
      connection.setAutoCommit(true);
    }
  }

  private static void batch(PreparedStatement insert, long lineId, String line) {
    try {
      insert.setLong(1, lineId);
      insert.setString(2, letters(line));
      insert.addBatch();
    } catch (SQLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void ask(
      Connection connection, List<LineQuery> queries, Millis millis, Recall recall)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select line_id from lines where ? <% sounds order by word_similarity(?, sounds) desc limit "
                + PROPOSED)) {
      for (LineQuery query : queries) {
        millis.measure(() -> recall.add(isProposed(select, query) ? 0 : -1));
      }
    }
  }

  private static boolean isProposed(PreparedStatement select, LineQuery query) {
    try {
      String letters = letters(query.text());
      select.setString(1, letters);
      select.setString(2, letters);
      boolean found = false;
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found |= rows.getLong(1) == query.line().lineId();
        }
      }
      return found;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static long size(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery("select pg_total_relation_size('lines')")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static String letters(String line) {
    StringBuilder letters = new StringBuilder();
    for (byte sound : Sounds.of(FoldedText.of(line)).bytes()) {
      letters.append((char) ('a' + Sound.classOf(Byte.toUnsignedInt(sound)) % LETTERS));
    }
    return letters.toString();
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void add(
      Table table, int lines, String where, Millis millis, String recall, long bytes, double made) {
    table.add(
        "%,d".formatted(lines),
        where,
        millis.median(),
        millis.percentile99(),
        recall,
        "%.1f".formatted(bytes / 1e6),
        "%.1f".formatted(made));
  }
}
