package io.takewithott.recommender.model;

import io.takewithott.recommender.storage.Blobs;
import io.takewithott.recommender.storage.Edition;
import io.takewithott.recommender.storage.EditionPointer;
import io.takewithott.recommender.storage.EditionShelf;
import io.takewithott.recommender.storage.EditionShelf.Opened;
import io.takewithott.recommender.storage.EditionShelf.Seen;
import io.takewithott.recommender.storage.Scratch;
import io.takewithott.recommender.storage.ScratchException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Models in S3: {@code models/<version>.model} behind {@code models/current}. The version is the
 * time of training in UTC and the beginning of the file's SHA-256. A damaged model is never
 * answered; the one before it is. A model is mapped into memory from a temporary file, not read
 * onto the heap as a whole.
 *
 * <p>A model that was rolled back to has a version of its own: the time of rolling back, and its
 * hash. So versions ascend in the order in which models became current, and rankings made with the
 * model that was rolled back from are older than what replaces them.
 */
public final class ModelStore {
  /** Rolling back to this name means to the model before the current one. */
  public static final String PREVIOUS = "previous";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
  private static final int HASH_LENGTH = 8;

  private final EditionShelf shelf;

  public ModelStore(Blobs blobs, Scratch scratch) {
    this.shelf = new EditionShelf(blobs, scratch, "models", ".model");
  }

  /** The pointer to the current model, absent before the first training. */
  public Optional<Seen> pointer() {
    return shelf.pointer();
  }

  /**
   * The newest model behind the pointer that is whole.
   *
   * @throws ScratchException when there is no room for it on the disk
   */
  public Optional<VersionedModel> load(Seen pointer) {
    Optional<Opened<HybridModel>> newest = shelf.newest(pointer, ModelFormat::map);
    return newest.map(
        model -> new VersionedModel(version(model.edition(), pointer), model.content()));
  }

  private static String version(Edition edition, Seen seen) {
    return seen.pointer()
        .filter(pointer -> pointer.current().equals(edition))
        .flatMap(EditionPointer::rolledBackAt)
        .map(at -> version(at, edition.sha256()))
        .orElse(edition.name());
  }

  private static String version(Instant at, String hash) {
    return TIME.format(at) + "-" + hash.substring(0, HASH_LENGTH);
  }

  /**
   * Stores a model and makes it the current one.
   *
   * @param seen the pointer as it was when training began
   * @return nothing when another model became the current one meanwhile: that one stays
   */
  public Optional<VersionedModel> publish(HybridModel model, Optional<Seen> seen) {
    return publish(model, Map.of(), seen);
  }

  /**
   * Stores a model and makes it the current one.
   *
   * @param notes what is worth knowing of its training
   * @param seen the pointer as it was when training began
   * @return nothing when another model became the current one meanwhile: that one stays
   */
  public Optional<VersionedModel> publish(
      HybridModel model, Map<String, Long> notes, Optional<Seen> seen) {
    Map<String, Long> numbers = new HashMap<>(notes);
    numbers.put("titles", (long) model.titleCount());
    Optional<Edition> published =
        shelf.publish(
            hash -> version(model.trainedAt(), hash), ModelFormat.content(model), numbers, seen);
    return published.map(edition -> new VersionedModel(edition.name(), model));
  }

  /**
   * Makes an earlier model the current one again by writing the pointer. The next training
   * publishes as ever; the model that was current until now comes back only by its name. Asked
   * again for what is already so, it changes nothing and answers the same model.
   *
   * @param to {@link #PREVIOUS}, or the name of a model that the pointer still knows
   * @throws IllegalArgumentException when it knows none of that name
   * @throws IllegalStateException when that model cannot be read, or another one became the current
   *     one meanwhile; that one stays
   */
  public RolledBack rollBack(Seen seen, String to, Instant at) {
    EditionPointer pointer =
        seen.pointer()
            .orElseThrow(() -> new IllegalStateException("models/current cannot be read"));
    if (isDone(pointer, to)) {
      return again(seen, pointer);
    }
    Edition earlier =
        (to.equals(PREVIOUS) ? pointer.previous() : pointer.earlier(to))
            .orElseThrow(() -> new IllegalArgumentException(noneCalled(to, pointer)));
    Opened<HybridModel> opened =
        shelf
            .rollBack(seen, earlier, at, ModelFormat::map)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Another model became the current one meanwhile; it stays"));
    return new RolledBack(
        pointer.current().name(),
        new VersionedModel(version(at, earlier.sha256()), opened.content()));
  }

  private RolledBack again(Seen seen, EditionPointer pointer) {
    String version = version(pointer.current(), seen);
    VersionedModel model =
        load(seen)
            .filter(loaded -> loaded.version().equals(version))
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        pointer.current().name()
                            + " was rolled back to and cannot be read any more"));
    return new RolledBack(pointer.rolledBackFrom().map(Edition::name).orElse(""), model);
  }

  /** Going back to the previous one leaves none before it, so asking again asks for the same. */
  private static boolean isDone(EditionPointer pointer, String to) {
    return to.equals(PREVIOUS)
        ? pointer.previous().isEmpty() && pointer.wentBack()
        : pointer.rolledBackAt().isPresent() && pointer.current().name().equals(to);
  }

  private static String noneCalled(String name, EditionPointer pointer) {
    List<String> names =
        Stream.concat(pointer.previous().stream(), pointer.withdrawn().stream())
            .map(Edition::name)
            .toList();
    return "There is no model \""
        + name
        + "\" to roll back to; the current one is "
        + pointer.current().name()
        + ", the others kept are "
        + names;
  }

  /**
   * A model that is current again.
   *
   * @param from the name of the one whose place it took
   */
  public record RolledBack(String from, VersionedModel model) {}
}
