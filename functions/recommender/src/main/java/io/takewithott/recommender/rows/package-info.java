/**
 * The rows of a home page. Each kind is a class that implements {@link
 * io.takewithott.recommender.rows.Row}; {@link io.takewithott.recommender.rows.HomeRows} says which
 * there are, which fills first, and in which order they are shown. A new kind of row is a constant
 * of {@code RankedRow.Kind}, a class here, its two places in {@code HomeRows}, and its heading on
 * the site ({@code views.js}).
 */
@NullMarked
package io.takewithott.recommender.rows;

import org.jspecify.annotations.NullMarked;
