package io.takewithott.recommender.storage;

import java.util.Optional;

/** Which edition is the current one, and which to fall back on when it proves damaged. */
public record EditionPointer(Edition current, Optional<Edition> previous) {}
