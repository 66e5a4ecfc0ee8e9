/** Where a title may be watched, as somebody knows better than an import does. */
@NullMarked
package io.takewithott.catalog.override;

import org.jspecify.annotations.NullMarked;
