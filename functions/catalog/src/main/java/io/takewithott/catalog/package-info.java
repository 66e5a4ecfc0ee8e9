/** Films and series over HTTP: what there is, where to watch it, and what suits whom. */
@NullMarked
package io.takewithott.catalog;

import org.jspecify.annotations.NullMarked;
