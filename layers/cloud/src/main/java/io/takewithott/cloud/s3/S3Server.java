package io.takewithott.cloud.s3;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;

/**
 * An S3 endpoint over a folder. Clients address buckets by path ({@code
 * http://127.0.0.1:port/bucket/key}), which AWS's clients do by themselves for an endpoint that is
 * an IP address.
 *
 * <p>Metadata lives in the files' extended attributes, so the folder must lie on a file system that
 * has them; {@link #start} refuses one that does not, because objects would silently lose their
 * ETag.
 */
public final class S3Server implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(S3Server.class);

  private static final String TEMPORARY_ACCESS_KEY = "temporary";
  private static final String TEMPORARY_SECRET_KEY = "temporary-secret";

  /** S3's own limit on a single put. */
  private static final long MAXIMUM_PUT_BYTES = 5L * 1024 * 1024 * 1024;

  /** A request without streaming signature is verified in memory; models are some tens of MiB. */
  private static final long MAXIMUM_BUFFERED_BYTES = 256L * 1024 * 1024;

  private static final int MAXIMUM_CLOCK_SKEW_SECONDS = 15 * 60;

  /** Not waiting for open requests is safe: a put that is cut short was never visible. */
  private static final long STOP_TIMEOUT_MILLIS = 0;

  /** The package of the S3 server and of the Jetty it carries inside it. */
  private static final String SERVER_LOGGER = "org.gaul";

  private final S3Proxy proxy;
  private final URI endpoint;
  private final String accessKeyId;
  private final String secretAccessKey;
  private final Optional<Path> disposable;

  private S3Server(
      S3Proxy proxy, String accessKeyId, String secretAccessKey, Optional<Path> disposable) {
    this.proxy = proxy;
    this.endpoint = URI.create("http://127.0.0.1:" + proxy.getPort());
    this.accessKeyId = accessKeyId;
    this.secretAccessKey = secretAccessKey;
    this.disposable = disposable;
  }

  /**
   * Starts a server over {@code folder} and creates the buckets that do not exist yet.
   *
   * @param port the port on 127.0.0.1, or 0 for any free one
   */
  public static S3Server start(
      int port,
      Path folder,
      String accessKeyId,
      String secretAccessKey,
      Collection<String> buckets) {
    return start(port, folder, accessKeyId, secretAccessKey, buckets, Optional.empty());
  }

  /**
   * @param crossOrigin what pages of other origins may do; nothing without it
   */
  public static S3Server start(
      int port,
      Path folder,
      String accessKeyId,
      String secretAccessKey,
      Collection<String> buckets,
      Optional<CorsRule> crossOrigin) {
    return start(
        port, folder, accessKeyId, secretAccessKey, buckets, crossOrigin, Optional.empty());
  }

  /** Starts a server on a free port whose objects are gone when it closes. */
  public static S3Server temporary(String... buckets) {
    Path folder = temporaryFolder();
    return start(
        0,
        folder,
        TEMPORARY_ACCESS_KEY,
        TEMPORARY_SECRET_KEY,
        List.of(buckets),
        Optional.empty(),
        Optional.of(folder));
  }

  private static S3Server start(
      int port,
      Path folder,
      String accessKeyId,
      String secretAccessKey,
      Collection<String> buckets,
      Optional<CorsRule> crossOrigin,
      Optional<Path> disposable) {
    quietUnlessConfigured();
    BlobStore store = open(folder, buckets);
    S3Proxy proxy =
        S3Proxy.builder()
            .blobStore(store)
            .endpoint(URI.create("http://127.0.0.1:" + port))
            .awsAuthentication(AuthenticationType.AWS_V4, accessKeyId, secretAccessKey)
            .maxSinglePartObjectSize(MAXIMUM_PUT_BYTES)
            .v4MaxNonChunkedRequestSize(MAXIMUM_BUFFERED_BYTES)
            .maximumTimeSkew(MAXIMUM_CLOCK_SKEW_SECONDS)
            .stopTimeout(STOP_TIMEOUT_MILLIS)
            .ignoreUnknownHeaders(true)
            .corsRules(
                crossOrigin.map(CorsRule::served).orElseGet(CrossOriginResourceSharing::disabled))
            .build();
    try {
      proxy.start();
    } catch (Exception e) {
      throw new IllegalStateException("S3 server did not start on 127.0.0.1:" + port, e);
    }
    return new S3Server(proxy, accessKeyId, secretAccessKey, disposable);
  }

  private static void quietUnlessConfigured() {
    if (LoggerFactory.getLogger(SERVER_LOGGER) instanceof ch.qos.logback.classic.Logger logger
        && logger.getLevel() == null) {
      logger.setLevel(Level.ERROR);
    }
  }

  private static BlobStore open(Path anyFolder, Collection<String> buckets) {
    // The file store lists nothing in a folder that is given relative to the working directory.
    Path folder = anyFolder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(folder);
      requireExtendedAttributes(folder);
      warnIfNamesAreAsciiOnly();
      FinishedObjects.deleteUnfinished(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("S3 server cannot use the folder " + folder, e);
    }
    BlobStore store = new FinishedObjects(new FilesystemNio2BlobStore(folder.toString()));
    Set<String> existing = bucketsOf(store);
    for (String bucket : buckets) {
      if (!existing.contains(bucket)) {
        store.createContainer(CreateBucketRequest.builder().bucket(bucket).build());
      }
    }
    return store;
  }

  private static Set<String> bucketsOf(BlobStore store) {
    return store.list().buckets().stream()
        .map(bucket -> bucket.name())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static void requireExtendedAttributes(Path folder) throws IOException {
    Path probe = Files.createTempFile(folder, "probe", null);
    try {
      Files.setAttribute(probe, "user:probe", new byte[] {1});
    } catch (UnsupportedOperationException | IOException e) {
      throw new IOException(
          "The file system of "
              + folder
              + " has no extended attributes, where S3 objects keep their ETag, content type and"
              + " metadata. Choose a folder on a disk (ext4, xfs, btrfs, APFS, NTFS).",
          e);
    } finally {
      Files.delete(probe);
    }
  }

  private static void warnIfNamesAreAsciiOnly() {
    if (!canName("한글")) {
      log.warn(
          "File names are limited to ASCII by this process's locale: S3 keys with other letters"
              + " will be refused. Set LC_ALL=C.UTF-8 to allow them.");
    }
  }

  private static boolean canName(String name) {
    try {
      return Path.of(name).toString().equals(name);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("s3-");
    } catch (IOException e) {
      throw new UncheckedIOException("No temporary folder for the S3 server", e);
    }
  }

  public URI endpoint() {
    return endpoint;
  }

  public String accessKeyId() {
    return accessKeyId;
  }

  public String secretAccessKey() {
    return secretAccessKey;
  }

  @Override
  public void close() {
    try {
      proxy.stop();
    } catch (Exception e) {
      log.warn("S3 server did not stop cleanly", e);
    }
    disposable.ifPresent(S3Server::deleteRecursively);
  }

  private static void deleteRecursively(Path folder) {
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      log.warn("Temporary S3 folder {} could not be deleted", folder, e);
    }
  }
}
