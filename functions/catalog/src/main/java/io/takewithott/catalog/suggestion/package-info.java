/** Famous lines that users suggest, and administrators accept or refuse. */
@NullMarked
package io.takewithott.catalog.suggestion;

import org.jspecify.annotations.NullMarked;
