/** The site: one page and its assets, with the headers that keep it safe. */
@NullMarked
package io.takewithott.web;

import org.jspecify.annotations.NullMarked;
