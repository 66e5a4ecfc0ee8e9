package io.takewithott.recommender.storage;

import io.takewithott.core.json.Json;
import io.takewithott.core.objects.StoredObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The editions of one kind of file in one folder. Each lies under its own key and never changes;
 * the object {@code <folder>/current} names the current one and the one before. It is written last
 * and only if nobody else wrote it meanwhile, so an interrupted publication leaves the old edition
 * in force. These two are kept, what is older is deleted.
 *
 * <p>Rolling back writes the pointer alone, under the same condition. What was rolled back from is
 * withdrawn: it is neither fallen back on nor published again, and its file stays until it is older
 * than the editions that are kept.
 */
public final class EditionShelf {
  public static final String FILE_TYPE = "application/octet-stream";
  private static final String POINTER_TYPE = "application/json";
  private static final Logger LOG = LoggerFactory.getLogger(EditionShelf.class);

  /** Editions looked at when the old ones are deleted; more than ever lie there. */
  private static final int MOST_LISTED = 1000;

  private final Blobs blobs;
  private final Scratch scratch;
  private final String folder;
  private final String ending;

  public EditionShelf(Blobs blobs, Scratch scratch, String folder, String ending) {
    this.blobs = blobs;
    this.scratch = scratch;
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

  /**
   * The newest edition that is whole: the current one, or else the one before.
   *
   * @throws ScratchException when there is no room to read it
   */
  public <T> Optional<Opened<T>> newest(Seen seen, Function<CheckedFile, T> parser) {
    if (seen.pointer().isEmpty()) {
      return Optional.empty();
    }
    EditionPointer pointer = seen.pointer().get();
    Optional<Opened<T>> current = open(pointer.current(), parser);
    return current.isPresent()
        ? current
        : pointer.previous().flatMap(previous -> open(previous, parser));
  }

  private <T> Optional<Opened<T>> open(Edition edition, Function<CheckedFile, T> parser) {
    try (FileChannel file = scratch.file(edition.key(), edition.bytes())) {
      if (!blobs.download(edition.key(), file)) {
        LOG.error("{} is named by its pointer and is not there", edition.key());
        return Optional.empty();
      }
      Optional<CheckedFile> whole = CheckedFile.of(file, edition.bytes(), edition.sha256());
      if (whole.isEmpty()) {
        LOG.error("{} does not match its pointer's checksum", edition.key());
      }
      return whole.map(checked -> new Opened<>(edition, parser.apply(checked)));
    } catch (CorruptFileException corrupt) {
      LOG.atError().setCause(corrupt).log("{} cannot be read", edition.key());
      return Optional.empty();
    } catch (UncheckedIOException unwritable) {
      throw new ScratchException(edition.key(), Objects.requireNonNull(unwritable.getCause()));
    } catch (IOException failure) {
      throw new ScratchException(edition.key(), failure);
    }
  }

  /**
   * Stores a file and makes it the current one.
   *
   * @param nameOfHash its name, made from its SHA-256; names sort by age
   * @param seen the pointer as it was when the work on this edition began
   * @return the edition, or nothing when another one was published meanwhile, which stays, or when
   *     this very file was rolled back from
   * @throws ScratchException when there is no room to write it
   */
  public Optional<Edition> publish(
      UnaryOperator<String> nameOfHash,
      FileContent content,
      Map<String, Long> numbers,
      Optional<Seen> seen) {
    Optional<EditionPointer> before = seen.flatMap(Seen::pointer);
    try (FileChannel file = scratch.file("a new file of " + folder, content.length())) {
      content.writeTo(file);
      String hash = FileDigest.of(file);
      String key = folder + "/" + nameOfHash.apply(hash) + ending;
      Edition edition = new Edition(key, hash, file.size(), numbers);
      if (before.filter(old -> old.isWithdrawn(edition)).isPresent()) {
        LOG.warn("{} is not published: it was rolled back from", key);
        return Optional.empty();
      }
      blobs.upload(key, file, FILE_TYPE);
      return point(edition, before, seen);
    } catch (IOException failure) {
      throw new ScratchException("a new file of " + folder, failure);
    }
  }

  private Optional<Edition> point(
      Edition edition, Optional<EditionPointer> before, Optional<Seen> seen) {
    EditionPointer pointer =
        before.map(old -> old.followedBy(edition)).orElseGet(() -> EditionPointer.first(edition));
    if (!write(pointer, seen)) {
      LOG.warn("{} is not published: another edition came first", edition.key());
      return Optional.empty();
    }
    deleteOlder(pointer, before);
    return Optional.of(edition);
  }

  private boolean write(EditionPointer pointer, Optional<Seen> seen) {
    return blobs.write(pointerKey(), Json.bytes(pointer), POINTER_TYPE, seen.map(Seen::object));
  }

  /**
   * Makes an earlier edition the current one again, after opening it.
   *
   * @param to one that the pointer names
   * @return nothing when another pointer was written meanwhile, which stays
   * @throws IllegalStateException when that edition cannot be read; the current one stays
   */
  public <T> Optional<Opened<T>> rollBack(
      Seen seen, Edition to, Instant at, Function<CheckedFile, T> parser) {
    Opened<T> opened =
        open(to, parser)
            .orElseThrow(
                () -> new IllegalStateException(to.name() + " cannot be read; nothing is changed"));
    EditionPointer pointer = seen.pointer().orElseThrow().rolledBackTo(to, at);
    return write(pointer, Optional.of(seen)) ? Optional.of(opened) : Optional.empty();
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
