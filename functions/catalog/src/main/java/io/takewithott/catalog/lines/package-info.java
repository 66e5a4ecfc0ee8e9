/**
 * Famous lines: finding the film by a line half remembered or misheard, and lines that users
 * suggest and administrators accept.
 */
@NullMarked
package io.takewithott.catalog.lines;

import org.jspecify.annotations.NullMarked;
