/**
 * Ratings that a member brings from elsewhere as a file: read whatever it is called and however it
 * is encoded, matched with the catalogue, and stored as one change of taste.
 */
@NullMarked
package io.takewithott.rating.imports;

import org.jspecify.annotations.NullMarked;
