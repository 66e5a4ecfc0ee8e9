/** The home page: a viewer's cached ranking, or what everybody likes, as rows of cards. */
@NullMarked
package io.takewithott.catalog.home;

import org.jspecify.annotations.NullMarked;
