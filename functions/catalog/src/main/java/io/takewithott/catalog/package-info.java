/** Titles, and the home page made of a user's cached ranking. */
@NullMarked
package io.takewithott.catalog;

import org.jspecify.annotations.NullMarked;
