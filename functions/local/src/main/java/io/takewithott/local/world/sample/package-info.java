/**
 * The sample world: films that exist, with viewers and ratings that do not. The films come from a
 * file of our own ({@code world/films.jsonl}, described beside it); the ratings are generated, the
 * same ones for the same seed on every machine, so none are shipped.
 */
@NullMarked
package io.takewithott.local.world.sample;

import org.jspecify.annotations.NullMarked;
