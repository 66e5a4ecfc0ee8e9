/** The sample world as the film database would have it, and some more titles to be imported. */
@NullMarked
package io.takewithott.local.standin.tmdb;

import org.jspecify.annotations.NullMarked;
