package io.takewithott.cloud.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * The folder of one server, held by a lock for as long as it is open.
 *
 * <p>{@code server/cluster} is PostgreSQL's own data directory, {@code server/password} the
 * superuser's password, {@code postgres.log} what the server said since its last start, {@code
 * lock} the lock file. {@code server} is made under another name and renamed when it is complete:
 * an initialisation that was killed, or whose orphaned program still writes, leaves a folder that
 * nobody looks into.
 */
final class DataFolder implements AutoCloseable {
  private static final String UNFINISHED = "unfinished-";

  private final Path root;
  private final FileChannel lockFile;

  private DataFolder(Path root, FileChannel lockFile) {
    this.root = root;
    this.lockFile = lockFile;
  }

  static DataFolder open(Path folder, ServerAccount account) throws IOException {
    Path root = Files.createDirectories(folder).toRealPath();
    account.requireReach(root);
    FileChannel channel =
        FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!holdsLock(channel)) {
      channel.close();
      throw new IllegalStateException(
          "The folder %s already serves another PostgreSQL server; stop that one or choose another folder"
              .formatted(root));
    }
    return new DataFolder(root, channel);
  }

  private static boolean holdsLock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  Path root() {
    return root;
  }

  Path cluster() {
    return clusterIn(server());
  }

  Path log() {
    return root.resolve("postgres.log");
  }

  String password() throws IOException {
    return Files.readString(passwordIn(server()), StandardCharsets.UTF_8).strip();
  }

  /** Makes the cluster unless there is one. */
  void initialise(
      PostgresBinaries binaries, ServerAccount account, String username, String newPassword)
      throws IOException {
    removeUnfinished();
    if (Files.exists(server())) {
      return;
    }
    Path attempt = Files.createTempDirectory(root, UNFINISHED);
    Files.setPosixFilePermissions(attempt, PosixFilePermissions.fromString("rwx--x--x"));
    writePassword(passwordIn(attempt), newPassword, account);
    makeCluster(clusterIn(attempt), account);
    Command.of(account.command(initdb(binaries, attempt, username)))
        .runOrFail("initialise PostgreSQL in " + root);
    Files.move(attempt, server());
  }

  private void removeUnfinished() throws IOException {
    try (DirectoryStream<Path> attempts = Files.newDirectoryStream(root, UNFINISHED + "*")) {
      for (Path attempt : attempts) {
        removeIfQuiet(attempt);
      }
    }
  }

  private static void removeIfQuiet(Path attempt) {
    try {
      FolderTree.delete(attempt);
    } catch (IOException e) {
      // An orphan is still writing there; the next start removes it.
    }
  }

  private static void writePassword(Path file, String password, ServerAccount account)
      throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, password + "\n");
    account.own(file);
  }

  private static void makeCluster(Path cluster, ServerAccount account) throws IOException {
    Files.createDirectory(cluster);
    Files.setPosixFilePermissions(cluster, PosixFilePermissions.fromString("rwx------"));
    account.own(cluster);
  }

  private List<String> initdb(PostgresBinaries binaries, Path attempt, String username) {
    return List.of(
        binaries.program("initdb"),
        "--pgdata=" + clusterIn(attempt),
        "--username=" + username,
        "--pwfile=" + passwordIn(attempt),
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--lc-collate=C",
        // Trigrams and full text search ask the system's locale what a letter is.
        "--lc-ctype=" + (PostgresBinaries.isMac() ? "en_US.UTF-8" : "C.UTF-8"),
        "--set=scram_iterations=1",
        "--no-sync");
  }

  private Path server() {
    return root.resolve("server");
  }

  private static Path clusterIn(Path server) {
    return server.resolve("cluster");
  }

  private static Path passwordIn(Path server) {
    return server.resolve("password");
  }

  /** Releases the lock. */
  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
