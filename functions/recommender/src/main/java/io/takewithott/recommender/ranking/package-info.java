/** A viewer's ranking from a model: scores, what may be shown of them, reasons, and rows. */
@NullMarked
package io.takewithott.recommender.ranking;

import org.jspecify.annotations.NullMarked;
