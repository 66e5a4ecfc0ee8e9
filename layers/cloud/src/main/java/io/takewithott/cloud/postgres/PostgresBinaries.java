package io.takewithott.cloud.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's programs: unpacked once per machine user from the class path into a cache folder,
 * or, on a platform without a bundle, the newest installation of the operating system.
 */
record PostgresBinaries(Path folder) {
  private static final int OLDEST_INSTALLED_MAJOR = 17;
  private static final Path INSTALLATIONS = Path.of("/usr/lib/postgresql");

  static PostgresBinaries locate(ServerAccount account) {
    String resource = bundleName();
    URL bundle = PostgresBinaries.class.getResource(resource);
    try {
      if (bundle != null) {
        return unpacked(bundle, cacheFolder(account));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Could not unpack PostgreSQL from " + bundle, e);
    }
    return installed()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No PostgreSQL for this platform: %s is not on the class path, and %s holds no version from %d up"
                        .formatted(resource, INSTALLATIONS, OLDEST_INSTALLED_MAJOR)));
  }

  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  private static String bundleName() {
    if (osName().startsWith("windows")) {
      throw new IllegalStateException(
          "PostgreSQL is not bundled for Windows; run this program in the Windows Subsystem for Linux");
    }
    String system = isMac() ? "darwin" : "linux";
    String machine =
        switch (System.getProperty("os.arch", "").toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> "unknown";
        };
    return "/postgres-%s-%s.txz".formatted(system, machine);
  }

  static boolean isMac() {
    return osName().startsWith("mac");
  }

  private static String osName() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
  }

  private static Path cacheFolder(ServerAccount account) throws IOException {
    Path home = Path.of(System.getProperty("user.home", "/"));
    if (!account.isOtherUser() && Files.isWritable(home)) {
      return Files.createDirectories(home.resolve(".cache").resolve("takewithott"));
    }
    Path shared =
        Path.of(
            System.getProperty("java.io.tmpdir"), "takewithott-" + System.getProperty("user.name"));
    if (!Files.exists(shared)) {
      createWorldReadable(shared);
    }
    requireOwn(shared);
    return shared;
  }

  private static void createWorldReadable(Path folder) throws IOException {
    try {
      Files.createDirectory(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (FileAlreadyExistsException e) {
      // Another process was quicker.
    }
  }

  /** A folder in a place open to everybody is trusted only when nobody else laid it there. */
  private static void requireOwn(Path folder) throws IOException {
    Path mine = Files.createTempFile("takewithott-", ".owner");
    try {
      if (!Files.getOwner(folder).equals(Files.getOwner(mine))) {
        throw new IOException(folder + " belongs to " + Files.getOwner(folder));
      }
    } finally {
      Files.delete(mine);
    }
  }

  private static PostgresBinaries unpacked(URL bundle, Path cache) throws IOException {
    Path target = cache.resolve("postgresql-" + fingerprint(bundle));
    if (!Files.isDirectory(target)) {
      Path unfinished = Files.createTempDirectory(cache, "unpacking-");
      try {
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (InputStream compressed = bundle.openStream()) {
          unpack(compressed, unfinished);
        }
        moveUnlessPresent(unfinished, target);
      } finally {
        FolderTree.delete(unfinished);
      }
    }
    return new PostgresBinaries(target);
  }

  private static void moveUnlessPresent(Path unfinished, Path target) throws IOException {
    try {
      Files.move(unfinished, target);
    } catch (IOException e) {
      if (!Files.isDirectory(target)) {
        throw e;
      }
    }
  }

  private static String fingerprint(URL bundle) throws IOException {
    URLConnection connection = bundle.openConnection();
    if (connection instanceof JarURLConnection jar && jar.getJarEntry() != null) {
      return Long.toHexString(jar.getJarEntry().getCrc());
    }
    CRC32 crc = new CRC32();
    try (InputStream in = bundle.openStream()) {
      crc.update(in.readAllBytes());
    }
    return Long.toHexString(crc.getValue());
  }

  private static void unpack(InputStream compressed, Path target) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZCompressorInputStream(compressed))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("Entry outside of the archive: " + entry.getName());
        }
        write(entry, tar, path);
      }
    }
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    @Nullable Path parent = path.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, path);
    boolean executable = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private static Optional<PostgresBinaries> installed() {
    if (!Files.isDirectory(INSTALLATIONS)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(INSTALLATIONS)) {
      List<Path> usable =
          versions
              .filter(folder -> majorOf(folder) >= OLDEST_INSTALLED_MAJOR)
              .filter(folder -> Files.isExecutable(folder.resolve("bin").resolve("initdb")))
              .sorted((left, right) -> Integer.compare(majorOf(right), majorOf(left)))
              .toList();
      return usable.stream().findFirst().map(PostgresBinaries::new);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not list " + INSTALLATIONS, e);
    }
  }

  private static int majorOf(Path folder) {
    String name = String.valueOf(folder.getFileName());
    return name.matches("\\d{1,3}") ? Integer.parseInt(name) : 0;
  }
}
