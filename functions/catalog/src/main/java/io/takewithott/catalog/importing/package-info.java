/**
 * The import from TMDB: runs that go on where the last invocation stopped, what they find out, what
 * of it is written, and the report of it. Everything that must survive an invocation's end is in
 * the database; whatever a batch of titles changes is one transaction, together with the note that
 * it is done.
 */
@NullMarked
package io.takewithott.catalog.importing;

import org.jspecify.annotations.NullMarked;
