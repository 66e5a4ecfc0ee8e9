package io.takewithott.recommender;

import io.takewithott.recommender.score.History;
import java.util.Optional;

/** Where the history of one user is. */
interface TasteStore {

  /** The user's history as of one moment, or nothing when there is no such user. */
  Optional<Taste> find(long userId);

  /** A history and the number of changes that led to it. */
  record Taste(long tasteVersion, History history) {}
}
