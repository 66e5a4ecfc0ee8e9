package io.takewithott.recommender.storage;

import io.takewithott.core.json.Json;
import io.takewithott.core.objects.Checksum;
import io.takewithott.core.objects.StoredObject;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The editions of one kind of file in one folder. Each lies under its own key and never changes;
 * the object {@code <folder>/current} names the current one and the one before. It is written last
 * and only if nobody else wrote it meanwhile, so an interrupted publication leaves the old edition
 * in force. These two are kept, what is older is deleted.
 */
public final class EditionShelf {
  public static final String FILE_TYPE = "application/octet-stream";
  private static final String POINTER_TYPE = "application/json";
  private static final Logger LOG = LoggerFactory.getLogger(EditionShelf.class);

  /** Editions looked at when the old ones are deleted; more than ever lie there. */
  private static final int MOST_LISTED = 1000;

  private final Blobs blobs;
  private final String folder;
  private final String ending;

  public EditionShelf(Blobs blobs, String folder, String ending) {
    this.blobs = blobs;
    this.folder = folder;
    this.ending = ending;
  }

  /** The pointer as it lies there now; its ETag changes with every publication. */
  public Optional<Seen> pointer() {
    Optional<StoredObject> stored = blobs.get(pointerKey());
    return stored.map(object -> new Seen(readPointer(object), object));
  }

  private static Optional<EditionPointer> readPointer(StoredObject object) {
    try {
      return Optional.of(Json.read(object.bytes(), EditionPointer.class));
    } catch (UncheckedIOException damaged) {
      LOG.atError().setCause(damaged).log("a pointer cannot be read and is taken as absent");
      return Optional.empty();
    }
  }

  /** The newest edition that is whole: the current one, or else the one before. */
  public <T> Optional<Opened<T>> newest(Seen seen, Function<byte[], T> parser) {
    if (seen.pointer().isEmpty()) {
      return Optional.empty();
    }
    EditionPointer pointer = seen.pointer().get();
    Optional<Opened<T>> current = open(pointer.current(), parser);
    return current.isPresent()
        ? current
        : pointer.previous().flatMap(previous -> open(previous, parser));
  }

  private <T> Optional<Opened<T>> open(Edition edition, Function<byte[], T> parser) {
    Optional<StoredObject> stored = blobs.get(edition.key());
    if (stored.isEmpty()) {
      LOG.error("{} is named by its pointer and is not there", edition.key());
      return Optional.empty();
    }
    byte[] bytes = stored.get().bytes();
    if (bytes.length != edition.bytes() || !Checksum.sha256(bytes).equals(edition.sha256())) {
      LOG.error("{} does not match its pointer's checksum", edition.key());
      return Optional.empty();
    }
    try {
      return Optional.of(new Opened<>(edition, parser.apply(bytes)));
    } catch (CorruptFileException corrupt) {
      LOG.atError().setCause(corrupt).log("{} cannot be read", edition.key());
      return Optional.empty();
    }
  }

  /**
   * Stores a file and makes it the current one.
   *
   * @param seen the pointer as it was when the work on this edition began
   * @return the edition, or nothing when another one was published meanwhile: that one stays
   */
  public Optional<Edition> publish(
      String name, byte[] file, Map<String, Long> numbers, Optional<Seen> seen) {
    Edition edition =
        new Edition(folder + "/" + name + ending, Checksum.sha256(file), file.length, numbers);
    blobs.put(edition.key(), file, FILE_TYPE);
    Optional<EditionPointer> before = seen.flatMap(Seen::pointer);
    boolean again = before.filter(old -> old.current().key().equals(edition.key())).isPresent();
    Optional<Edition> previous =
        again ? before.flatMap(EditionPointer::previous) : before.map(EditionPointer::current);
    EditionPointer pointer = new EditionPointer(edition, previous);
    boolean first =
        blobs.write(pointerKey(), Json.bytes(pointer), POINTER_TYPE, seen.map(Seen::object));
    if (!first) {
      LOG.warn("{} is not published: another edition came first", edition.key());
      return Optional.empty();
    }
    deleteOlder(pointer, before);
    return Optional.of(edition);
  }

  /**
   * Deletes what the two kept editions replace. A file that a concurrent publication has just put
   * down bears a later name than the previous edition and is left alone.
   */
  private void deleteOlder(EditionPointer now, Optional<EditionPointer> before) {
    if (now.previous().isEmpty()) {
      return;
    }
    String oldestKept = now.previous().get().key();
    before
        .flatMap(EditionPointer::previous)
        .map(Edition::key)
        .filter(key -> !key.equals(now.current().key()) && !key.equals(oldestKept))
        .ifPresent(blobs::delete);
    List<String> keys = blobs.keys(folder + "/", MOST_LISTED);
    keys.stream()
        .filter(key -> key.endsWith(ending) && key.compareTo(oldestKept) < 0)
        .filter(key -> !key.equals(now.current().key()))
        .forEach(blobs::delete);
  }

  private String pointerKey() {
    return folder + "/current";
  }

  /**
   * A pointer that was read.
   *
   * @param pointer absent when the object is there but cannot be read
   */
  public record Seen(Optional<EditionPointer> pointer, StoredObject object) {
    public String etag() {
      return object.etag();
    }
  }

  /** An edition with its content. */
  public record Opened<T>(Edition edition, T content) {}
}
