/**
 * Speech to text on the server, for browsers that have no recogniser of their own: a port, and
 * Naver's CLOVA behind it.
 */
@NullMarked
package io.takewithott.catalog.speech;

import org.jspecify.annotations.NullMarked;
