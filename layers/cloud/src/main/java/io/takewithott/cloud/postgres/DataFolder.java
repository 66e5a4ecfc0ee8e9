package io.takewithott.cloud.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * The folder of one server, held by a lock for as long as it is open.
 *
 * <p>{@code cluster} is PostgreSQL's own data directory, {@code complete} the marker written when
 * it has been initialised to its end, {@code password} the superuser's password, {@code
 * postgres.log} what the server said since its last start, {@code lock} the lock file.
 */
final class DataFolder implements AutoCloseable {
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
    return root.resolve("cluster");
  }

  Path log() {
    return root.resolve("postgres.log");
  }

  String password() throws IOException {
    return Files.readString(passwordFile(), StandardCharsets.UTF_8).strip();
  }

  /**
   * Makes the cluster unless a complete one is here; what an interrupted attempt left is removed.
   */
  void initialise(
      PostgresBinaries binaries, ServerAccount account, String username, String newPassword)
      throws IOException {
    if (Files.exists(marker())) {
      return;
    }
    FolderTree.delete(cluster());
    Files.deleteIfExists(passwordFile());
    Files.createDirectory(cluster());
    Files.setPosixFilePermissions(cluster(), PosixFilePermissions.fromString("rwx------"));
    account.own(cluster());
    Files.createFile(
        passwordFile(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(passwordFile(), newPassword + "\n");
    account.own(passwordFile());
    Command.of(account.command(initdb(binaries, username)))
        .runOrFail("initialise PostgreSQL in " + cluster());
    Files.createFile(marker());
  }

  private List<String> initdb(PostgresBinaries binaries, String username) {
    return List.of(
        binaries.program("initdb"),
        "--pgdata=" + cluster(),
        "--username=" + username,
        "--pwfile=" + passwordFile(),
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

  private Path passwordFile() {
    return root.resolve("password");
  }

  private Path marker() {
    return root.resolve("complete");
  }

  /** Releases the lock. */
  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
