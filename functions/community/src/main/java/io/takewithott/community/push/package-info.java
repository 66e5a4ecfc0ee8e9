/** Tells open connections that something has changed; what, they ask for. */
@NullMarked
package io.takewithott.community.push;

import org.jspecify.annotations.NullMarked;
