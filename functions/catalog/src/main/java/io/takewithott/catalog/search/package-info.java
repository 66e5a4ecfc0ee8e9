/**
 * One box for everything: titles, people, genres and lines, with the reason why each was found, and
 * suggestions while somebody types.
 */
@NullMarked
package io.takewithott.catalog.search;

import org.jspecify.annotations.NullMarked;
