package io.takewithott.recommender.model;

import io.takewithott.core.objects.Checksum;
import io.takewithott.recommender.storage.Blobs;
import io.takewithott.recommender.storage.Edition;
import io.takewithott.recommender.storage.EditionShelf;
import io.takewithott.recommender.storage.EditionShelf.Opened;
import io.takewithott.recommender.storage.EditionShelf.Seen;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/**
 * Models in S3: {@code models/<version>.model} behind {@code models/current}. The version is the
 * time of training in UTC and the beginning of the file's SHA-256. A damaged model is never
 * answered; the one before it is.
 */
public final class ModelStore {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
  private static final int HASH_LENGTH = 8;

  private final EditionShelf shelf;

  public ModelStore(Blobs blobs) {
    this.shelf = new EditionShelf(blobs, "models", ".model");
  }

  /** The pointer to the current model, absent before the first training. */
  public Optional<Seen> pointer() {
    return shelf.pointer();
  }

  /** The newest model behind the pointer that is whole. */
  public Optional<VersionedModel> load(Seen pointer) {
    Optional<Opened<HybridModel>> newest = shelf.newest(pointer, ModelFormat::read);
    return newest.map(model -> new VersionedModel(model.edition().name(), model.content()));
  }

  /**
   * Stores a model and makes it the current one.
   *
   * @param seen the pointer as it was when training began
   * @return nothing when another training published its model meanwhile: that one stays
   */
  public Optional<VersionedModel> publish(HybridModel model, Optional<Seen> seen) {
    byte[] file = ModelFormat.write(model);
    String hash = Checksum.sha256(file).substring(0, HASH_LENGTH);
    String version = TIME.format(model.trainedAt()) + "-" + hash;
    Map<String, Long> numbers = Map.of("titles", (long) model.titleCount());
    Optional<Edition> published = shelf.publish(version, file, numbers, seen);
    return published.map(edition -> new VersionedModel(edition.name(), model));
  }
}
