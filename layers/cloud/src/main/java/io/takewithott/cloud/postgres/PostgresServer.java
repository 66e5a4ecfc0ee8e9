package io.takewithott.cloud.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A running PostgreSQL server on a port of 127.0.0.1. Every committed transaction survives the
 * death of this program and of the server's processes; the next start on the same folder takes
 * over.
 */
public final class PostgresServer implements AutoCloseable {
  private static final String USERNAME = "postgres";
  private static final String MAINTENANCE_DATABASE = "postgres";
  private static final String DUPLICATE_DATABASE = "42P04";
  private static final int PASSWORD_BYTES = 24;

  private final DataFolder folder;
  private final Postmaster postmaster;
  private final Undertaker undertaker;
  private final Thread shutdownHook = new Thread(this::stop, "postgres-stop");
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final boolean temporary;
  private final int port;
  private final String password;

  private PostgresServer(
      DataFolder folder,
      Postmaster postmaster,
      Undertaker undertaker,
      boolean temporary,
      int port,
      String password) {
    this.folder = folder;
    this.postmaster = postmaster;
    this.undertaker = undertaker;
    this.temporary = temporary;
    this.port = port;
    this.password = password;
  }

  /**
   * Starts a server whose data lies in the given folder and stays there. The folder is made if
   * absent.
   *
   * @throws IllegalStateException if another server holds the folder or PostgreSQL cannot run here;
   *     the message says why
   */
  public static PostgresServer start(Path dataFolder) {
    return start(dataFolder, ServerAccount.detect(), false);
  }

  /** Starts a server with no data; its folder is removed when it is closed. */
  public static PostgresServer temporary() {
    ServerAccount account = ServerAccount.detect();
    try {
      Path folder = Files.createTempDirectory("takewithott-postgres-");
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
      return start(folder, account, true);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not make a temporary folder", e);
    }
  }

  static PostgresServer start(Path dataFolder, ServerAccount account, boolean temporary) {
    try {
      PostgresBinaries binaries = PostgresBinaries.locate(account);
      DataFolder folder = DataFolder.open(dataFolder, account);
      try {
        return start(folder, binaries, account, temporary);
      } catch (IOException | RuntimeException e) {
        folder.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Could not start PostgreSQL in " + dataFolder, e);
    }
  }

  private static PostgresServer start(
      DataFolder folder, PostgresBinaries binaries, ServerAccount account, boolean temporary)
      throws IOException {
    Postmaster postmaster = new Postmaster(folder, binaries, account);
    folder.initialise(binaries, account, USERNAME, randomPassword());
    int port = postmaster.start();
    Undertaker undertaker =
        temporary
            ? Undertaker.watchAndRemove(folder.root(), postmaster.stopCommand())
            : Undertaker.watch(postmaster.stopCommand());
    PostgresServer server =
        new PostgresServer(folder, postmaster, undertaker, temporary, port, folder.password());
    Runtime.getRuntime().addShutdownHook(server.shutdownHook);
    return server;
  }

  private static String randomPassword() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  public int port() {
    return port;
  }

  public String username() {
    return USERNAME;
  }

  public String password() {
    return password;
  }

  /** A new connection; the caller closes it. */
  public Connection connect(String database) throws SQLException {
    return connect(database, new Properties());
  }

  /**
   * A new connection with settings of the JDBC driver, of the server's own user unless they name
   * another; the caller closes it.
   */
  public Connection connect(String database, Properties settings) throws SQLException {
    Properties all = new Properties();
    all.setProperty("user", USERNAME);
    all.setProperty("password", password);
    all.putAll(settings);
    all.setProperty("sslmode", "disable");
    all.setProperty("gssEncMode", "disable");
    Connection connection =
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:%d/%s"
                .formatted(port, URLEncoder.encode(database, StandardCharsets.UTF_8)),
            all);
    // The driver asks for the time zone of this machine.
    try (Statement statement = connection.createStatement()) {
      statement.execute("set time zone 'UTC'");
    }
    return connection;
  }

  /** Makes a database unless there is one of that name. */
  public void createDatabase(String name) throws SQLException {
    createDatabase(name, "template1");
  }

  /**
   * Makes a copy of a database, to which nobody may be connected, unless there is one of that name.
   */
  public void createDatabase(String name, String template) throws SQLException {
    try (Connection connection = connect(MAINTENANCE_DATABASE);
        Statement statement = connection.createStatement()) {
      if (!exists(connection, name)) {
        statement.execute(
            "create database %s template %s".formatted(quoted(name), quoted(template)));
      }
    } catch (SQLException e) {
      if (!DUPLICATE_DATABASE.equals(e.getSQLState())) {
        throw e;
      }
    }
  }

  private static boolean exists(Connection connection, String database) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select 1 from pg_database where datname = ?")) {
      query.setString(1, database);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }

  /** Removes a database, if present, and ends its sessions. */
  public void dropDatabase(String name) throws SQLException {
    try (Connection connection = connect(MAINTENANCE_DATABASE);
        Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists %s with (force)".formatted(quoted(name)));
    }
  }

  private static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  /** Stops the server; a second call does nothing. */
  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(shutdownHook);
    } catch (IllegalStateException e) {
      // The program is going down already; the hook finds the server stopped.
    }
  }

  private void stop() {
    if (!stopped.compareAndSet(false, true)) {
      return;
    }
    postmaster.stop(temporary ? "immediate" : "fast");
    undertaker.dismiss();
    try {
      folder.close();
      if (temporary) {
        FolderTree.delete(folder.root());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Could not leave " + folder.root(), e);
    }
  }
}
