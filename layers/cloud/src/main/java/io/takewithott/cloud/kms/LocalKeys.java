package io.takewithott.cloud.kms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The keys of one machine. A key is made the first time it is asked for by name, and kept in a file
 * {@code name.key} that holds its id and its material.
 */
public final class LocalKeys {
  private static final String ENDING = ".key";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,80}");
  private static final Pattern CONTENT = Pattern.compile("([0-9a-f-]{36}) ([0-9a-f]{64})\\s*");
  private static final int KEY_BYTES = 32;

  private final Path folder;
  private final String region;
  private final String arns;
  private final SecureRandom random;
  private final Map<String, LocalKey> byName = new TreeMap<>();

  private LocalKeys(Path folder, String region, String account, SecureRandom random) {
    this.folder = folder;
    this.region = region;
    this.arns = "arn:aws:kms:" + region + ":" + account + ":key/";
    this.random = random;
  }

  /** Opens the keys in {@code folder}, which is made readable to its owner only. */
  public static LocalKeys open(Path folder, String region, String account, SecureRandom random) {
    LocalKeys keys = new LocalKeys(folder, region, account, random);
    try {
      Files.createDirectories(folder, permissions("rwx------"));
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(each -> each.toString().endsWith(ENDING)).toList()) {
          String name = file.getFileName().toString();
          keys.byName.put(name.substring(0, name.length() - ENDING.length()), keys.read(file));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return keys;
  }

  /** Makes a key if there is none of this name, and returns its ARN in either case. */
  public synchronized String createIfAbsent(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("A key is named by letters, digits and hyphens");
    }
    return byName.computeIfAbsent(name, this::create).arn();
  }

  String region() {
    return region;
  }

  /** A key by its id or its ARN. */
  synchronized Optional<LocalKey> find(String keyId) {
    return byName.values().stream()
        .filter(key -> keyId.equals(key.keyId()) || keyId.equals(key.arn()))
        .findFirst();
  }

  private LocalKey create(String name) {
    byte[] material = new byte[KEY_BYTES];
    random.nextBytes(material);
    String keyId = new UUID(random.nextLong(), random.nextLong()).toString();
    Path unfinished = folder.resolve(name + ".new");
    try {
      Files.deleteIfExists(unfinished);
      Files.createFile(unfinished, permissions("rw-------"));
      Files.writeString(
          unfinished,
          keyId + " " + HexFormat.of().formatHex(material) + "\n",
          StandardOpenOption.WRITE,
          StandardOpenOption.SYNC);
      Files.move(unfinished, folder.resolve(name + ENDING), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException unwritable) {
      throw new UncheckedIOException("A key cannot be stored", unwritable);
    }
    return new LocalKey(keyId, arns + keyId, material);
  }

  private LocalKey read(Path file) throws IOException {
    Matcher content = CONTENT.matcher(Files.readString(file));
    if (!content.matches()) {
      // Never replaced by a new one: what was sealed with it would be lost for good.
      throw new IOException(
          "The key file " + file + " is damaged. Restore it, or delete the data folder.");
    }
    String keyId = content.group(1);
    return new LocalKey(keyId, arns + keyId, HexFormat.of().parseHex(content.group(2)));
  }

  private static FileAttribute<?>[] permissions(String permissions) {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? Set.of(PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)))
            .toArray(new FileAttribute<?>[0])
        : new FileAttribute<?>[0];
  }
}
