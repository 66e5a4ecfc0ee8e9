/**
 * TMDB, the film database that the catalogue is imported from: its calls, at the pace it allows,
 * and what its answers mean in our words. Nothing it says is believed before it was checked.
 */
@NullMarked
package io.takewithott.catalog.tmdb;

import org.jspecify.annotations.NullMarked;
