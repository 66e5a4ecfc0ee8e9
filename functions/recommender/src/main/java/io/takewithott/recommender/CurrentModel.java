package io.takewithott.recommender;

import io.takewithott.recommender.model.ModelStore;
import io.takewithott.recommender.model.VersionedModel;
import io.takewithott.recommender.ranking.Ranker;
import io.takewithott.recommender.storage.EditionShelf.Seen;
import io.takewithott.recommender.storage.ScratchException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The current model, kept in memory from one invocation to the next. Asking costs one small read,
 * of the pointer; the model is read again when that has changed. One that cannot be read does not
 * take the place of the one in use.
 */
final class CurrentModel {
  private static final Logger LOG = LoggerFactory.getLogger(CurrentModel.class);

  private final ModelStore store;
  private Optional<Ranker> loaded = Optional.empty();
  private String etag = "";

  CurrentModel(ModelStore store) {
    this.store = store;
  }

  /**
   * A ranker with the current model; nothing before the first training.
   *
   * @throws ScratchException when there is no room on the disk for a first model
   */
  synchronized Optional<Ranker> ranker() {
    Optional<Seen> pointer = store.pointer();
    if (pointer.isPresent() && !pointer.get().etag().equals(etag)) {
      load(pointer.get());
    }
    return loaded;
  }

  private void load(Seen pointer) {
    Optional<VersionedModel> model;
    try {
      model = store.load(pointer);
    } catch (ScratchException noRoom) {
      if (loaded.isEmpty()) {
        throw noRoom;
      }
      LOG.atError().setCause(noRoom).log("the new model is not loaded; the old one stays in use");
      return;
    }
    if (model.isEmpty()) {
      LOG.error("neither the current model nor the one before can be read");
      return;
    }
    loaded = model.map(Ranker::new);
    etag = pointer.etag();
    LOG.info("model {} is loaded", model.get().version());
  }
}
