package io.takewithott.cloud.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The server process of one data folder: started, found again, stopped. */
final class Postmaster {
  private static final int START_TIMEOUT_SECONDS = 60;
  private static final int STOP_TIMEOUT_SECONDS = 30;
  private static final int START_ATTEMPTS = 3;
  private static final int LOG_LINES_SHOWN = 20;
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final DataFolder folder;
  private final PostgresBinaries binaries;
  private final ServerAccount account;

  Postmaster(DataFolder folder, PostgresBinaries binaries, ServerAccount account) {
    this.folder = folder;
    this.binaries = binaries;
    this.account = account;
  }

  /** Starts the server on a free port and gives the port. */
  int start() throws IOException {
    for (int attempt = 1; ; attempt++) {
      stopLeftover();
      int port = freePort();
      configure(port);
      Command.Outcome outcome =
          pgCtl("start", "-w", "-t", "" + START_TIMEOUT_SECONDS, "-l", folder.log().toString());
      if (outcome.succeeded()) {
        return port;
      }
      if (attempt == START_ATTEMPTS || !isPassing(log())) {
        throw new IllegalStateException(
            "PostgreSQL did not start in %s: %s%nIts log ends with:%n%s"
                .formatted(folder.cluster(), outcome.output().strip(), endOfLog()));
      }
    }
  }

  /**
   * Somebody may have taken the port since it was found free, and the start that a killed program
   * had begun may have come to its end.
   */
  private static boolean isPassing(String log) {
    return log.contains("could not bind") || log.contains("postmaster.pid");
  }

  /** Stops a server that outlived the program which had started it; forgets one that is gone. */
  private void stopLeftover() throws IOException {
    Path pidFile = pidFile();
    if (!Files.exists(pidFile)) {
      return;
    }
    if (leftover().isPresent()) {
      stop("fast");
    }
    leftover().ifPresent(ProcessHandle::destroyForcibly);
    Files.deleteIfExists(pidFile);
  }

  /** The living process the pid file speaks of, unless the number meanwhile belongs to another. */
  private Optional<ProcessHandle> leftover() throws IOException {
    if (!Files.exists(pidFile())) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(pidFile(), StandardCharsets.UTF_8);
    if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,18}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
        .filter(ProcessHandle::isAlive)
        .filter(this::servesThisFolder);
  }

  private boolean servesThisFolder(ProcessHandle process) {
    return process
        .info()
        .commandLine()
        .map(line -> line.contains("postgres") && line.contains(folder.cluster().toString()))
        .orElse(false);
  }

  /**
   * Stops the server in one of PostgreSQL's ways: fast ends sessions, immediate skips the
   * checkpoint.
   */
  void stop(String mode) {
    pgCtl("stop", "-w", "-t", "" + STOP_TIMEOUT_SECONDS, "-m", mode);
  }

  List<String> stopCommand() {
    return pgCtlCommand("stop", "-m", "fast");
  }

  private Command.Outcome pgCtl(String... arguments) {
    return Command.of(pgCtlCommand(arguments)).tryRun();
  }

  private List<String> pgCtlCommand(String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(binaries.program("pg_ctl"));
    words.add("-D");
    words.add(folder.cluster().toString());
    words.addAll(List.of(arguments));
    return account.command(words);
  }

  /**
   * The whole configuration; it replaces what initdb wrote, so that an old folder gets the new one.
   */
  private void configure(int port) throws IOException {
    Files.writeString(
        folder.cluster().resolve("postgresql.conf"),
        """
        listen_addresses = '127.0.0.1'
        port = %d
        unix_socket_directories = ''
        max_connections = 100
        shared_buffers = 128MB
        max_wal_size = 1GB
        # A crash of the machine may lose data; a crash of the processes may not.
        fsync = off
        synchronous_commit = on
        full_page_writes = on
        # The password is random and as long as a key: stretching it only costs time.
        scram_iterations = 1
        password_encryption = scram-sha-256
        timezone = 'UTC'
        log_timezone = 'UTC'
        datestyle = 'ISO, MDY'
        lc_messages = 'C'
        lc_monetary = 'C'
        lc_numeric = 'C'
        lc_time = 'C'
        default_text_search_config = 'pg_catalog.english'
        """
            .formatted(port));
    Files.writeString(folder.log(), "");
    account.own(folder.log());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK))) {
      return socket.getLocalPort();
    }
  }

  private Path pidFile() {
    return folder.cluster().resolve("postmaster.pid");
  }

  private String log() {
    try {
      return Files.readString(folder.log(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read " + folder.log(), e);
    }
  }

  private String endOfLog() {
    List<String> lines = log().lines().toList();
    return String.join(
        System.lineSeparator(),
        lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
  }
}
