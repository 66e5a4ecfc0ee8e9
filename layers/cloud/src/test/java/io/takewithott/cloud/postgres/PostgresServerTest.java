package io.takewithott.cloud.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PostgresServerTest {
  private final Path folder;

  PostgresServerTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void dataSurvivesARestart() throws SQLException {
    try (PostgresServer server = PostgresServer.start(folder)) {
      server.createDatabase("films");
      run(server, "create table film (title text)");
      run(server, "insert into film values ('기생충')");
    }
    try (PostgresServer server = PostgresServer.start(folder)) {
      server.createDatabase("films");
      assertThat(ask(server, "select title from film")).isEqualTo("기생충");
    }
  }

  @Test
  void serverSpeaksUtf8InUtcAndKnowsKoreanLettersAndCollations() throws SQLException {
    try (PostgresServer server = PostgresServer.start(folder)) {
      server.createDatabase("films");
      run(server, "create extension pg_trgm");
      assertThat(ask(server, "show server_version")).startsWith("17.");
      assertThat(ask(server, "show server_encoding")).isEqualTo("UTF8");
      assertThat(ask(server, "show timezone")).isEqualTo("UTC");
      assertThat(ask(server, "select upper('é')")).isEqualTo("É");
      assertThat(ask(server, "select array_length(show_trgm('기생충'), 1)")).isEqualTo("4");
      assertThat(ask(server, "select '가' < '나' collate \"ko-x-icu\"")).isEqualTo("t");
    }
  }

  @Test
  void secondServerOnOneFolderIsRefused() throws IOException {
    try (PostgresServer server = PostgresServer.start(folder)) {
      assertThat(server.port()).isPositive();
      assertThatThrownBy(() -> PostgresServer.start(folder))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "The folder %s already serves another PostgreSQL server; stop that one or choose another folder",
              folder.toRealPath());
    }
  }

  @Test
  void wrongPasswordIsRefused() {
    try (PostgresServer server = PostgresServer.start(folder)) {
      assertThatThrownBy(
              () ->
                  java.sql.DriverManager.getConnection(
                      "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres",
                      "postgres",
                      "guess"))
          .isInstanceOf(SQLException.class)
          .hasMessage("FATAL: password authentication failed for user \"postgres\"");
    }
  }

  @Test
  void halfMadeFolderIsMadeAnew() throws Exception {
    Process program = program(folder);
    while (unfinished().isEmpty() && !Files.exists(folder.resolve("server"))) {
      Thread.sleep(1);
    }
    program.destroyForcibly().waitFor();
    assertThat(folder.resolve("server")).doesNotExist();
    try (PostgresServer server = PostgresServer.start(folder)) {
      server.createDatabase("films");
      assertThat(ask(server, "select 1")).isEqualTo("1");
    }
    PostgresServer.start(folder).close();
    assertThat(unfinished()).isEmpty();
  }

  private List<Path> unfinished() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(path -> path.getFileName().toString().startsWith("unfinished")).toList();
    }
  }

  @Test
  void stalePidFileDoesNotBlockAndItsNewBearerIsLeftAlone() throws Exception {
    PostgresServer.start(folder).close();
    Process innocent = new ProcessBuilder("sleep", "60").start();
    try {
      Files.writeString(pidFile(), innocent.pid() + "\n" + folder.resolve("server") + "\n");
      try (PostgresServer server = PostgresServer.start(folder)) {
        assertThat(server.port()).isPositive();
      }
      assertThat(innocent.isAlive()).isTrue();
    } finally {
      innocent.destroy();
    }
  }

  @Test
  void committedDataSurvivesTheKillOfEveryServerProcess() throws Exception {
    try (PostgresServer server = PostgresServer.start(folder)) {
      server.createDatabase("films");
      run(server, "create table film (title text)");
      run(server, "insert into film select 'title ' || n from generate_series(1, 1000) n");
      ProcessHandle postmaster = postmaster();
      List<ProcessHandle> workers = postmaster.children().toList();
      postmaster.destroyForcibly();
      workers.forEach(ProcessHandle::destroyForcibly);
    }
    try (PostgresServer server = PostgresServer.start(folder)) {
      server.createDatabase("films");
      assertThat(ask(server, "select count(*) from film")).isEqualTo("1000");
    }
  }

  @Test
  void serverOfAKilledProgramIsTakenOver() throws Exception {
    Process program = program(folder);
    String marker = firstLine(program);
    assertThat(marker).isEqualTo("serving");
    ProcessHandle orphan = postmaster();
    program.destroyForcibly().waitFor();
    try (PostgresServer server = PostgresServer.start(folder)) {
      server.createDatabase("films");
      assertThat(ask(server, "select count(*) from film")).isEqualTo("1");
    }
    assertEnds(orphan);
  }

  @Test
  void serverOfAKilledProgramEndsEvenIfNobodyComesBack() throws Exception {
    Process program = program(folder);
    assertThat(firstLine(program)).isEqualTo("serving");
    ProcessHandle orphan = postmaster();
    program.destroyForcibly().waitFor();
    assertEnds(orphan);
  }

  @Test
  void rootWithoutUserNamespacesServesAsNobody() throws Exception {
    assumeTrue(isRoot());
    Path open = Files.createTempDirectory("takewithott-open-");
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
    try {
      for (int start = 1; start <= 2; start++) {
        try (PostgresServer server = PostgresServer.start(open, ServerAccount.NOBODY, start == 2)) {
          server.createDatabase("films");
          run(server, "create table if not exists film (title text)");
          run(server, "insert into film values ('Okja')");
          assertThat(ask(server, "select count(*) from film")).isEqualTo("" + start);
        }
      }
    } finally {
      FolderTree.delete(open);
    }
  }

  @Test
  void folderThatNobodyCannotEnterIsRefused() throws IOException {
    assumeTrue(isRoot());
    Path closed = Files.createTempDirectory("takewithott-closed-");
    try {
      assertThatThrownBy(() -> PostgresServer.start(closed, ServerAccount.NOBODY, false))
          .hasRootCauseMessage(
              "%s: the user nobody, under whom PostgreSQL runs here, cannot enter this folder; choose one outside of any private folder",
              closed);
    } finally {
      FolderTree.delete(closed);
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  @Test
  void copyOfADatabaseHasItsTables() throws SQLException {
    try (PostgresServer server = PostgresServer.start(folder)) {
      server.createDatabase("films");
      run(server, "create table film as select 'Okja' as title");
      server.createDatabase("copy", "films");
      server.dropDatabase("films");
      server.dropDatabase("films");
      try (Connection connection = server.connect("copy");
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("select title from film")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isEqualTo("Okja");
      }
    }
  }

  @Test
  void temporaryFolderIsRemovedAtClose() throws SQLException, IOException {
    PostgresServer server = PostgresServer.temporary();
    Path cluster;
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("show data_directory")) {
      assertThat(rows.next()).isTrue();
      cluster = Path.of(rows.getString(1));
    }
    assertThat(cluster).exists();
    server.close();
    server.close();
    assertThat(cluster.resolve("../..").normalize()).doesNotExist();
  }

  private static void assertEnds(ProcessHandle process) {
    assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(20));
  }

  private Path pidFile() {
    return folder.resolve("server").resolve("cluster").resolve("postmaster.pid");
  }

  private ProcessHandle postmaster() throws IOException {
    String pid = Files.readAllLines(pidFile()).get(0);
    return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
  }

  private static Process program(Path folder) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ServingProgram.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static String firstLine(Process program) throws IOException {
    return new BufferedReader(
            new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))
        .readLine();
  }

  private static void run(PostgresServer server, String sql) throws SQLException {
    try (Connection connection = server.connect("films");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(PostgresServer server, String sql) throws SQLException {
    try (Connection connection = server.connect("films");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
