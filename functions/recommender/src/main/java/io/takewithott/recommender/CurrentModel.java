package io.takewithott.recommender;

import io.takewithott.recommender.model.ModelStore;
import io.takewithott.recommender.model.VersionedModel;
import io.takewithott.recommender.ranking.Ranker;
import io.takewithott.recommender.storage.EditionShelf.Seen;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The current model, kept in memory from one invocation to the next. Asking costs one small read,
 * of the pointer; the model is read again when that has changed.
 */
final class CurrentModel {
  private static final Logger LOG = LoggerFactory.getLogger(CurrentModel.class);

  private final ModelStore store;
  private Optional<Ranker> loaded = Optional.empty();
  private String etag = "";

  CurrentModel(ModelStore store) {
    this.store = store;
  }

  /** A ranker with the current model; nothing before the first training. */
  synchronized Optional<Ranker> ranker() {
    Optional<Seen> pointer = store.pointer();
    if (pointer.isPresent() && !pointer.get().etag().equals(etag)) {
      load(pointer.get());
    }
    return loaded;
  }

  private void load(Seen pointer) {
    Optional<VersionedModel> model = store.load(pointer);
    if (model.isEmpty()) {
      LOG.error("neither the current model nor the one before can be read");
      return;
    }
    loaded = model.map(Ranker::new);
    etag = pointer.etag();
    LOG.info("model {} is loaded", model.get().version());
  }
}
