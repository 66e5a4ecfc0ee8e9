/**
 * Following other members: at once where they are public, and by their leave where they are
 * private.
 */
@NullMarked
package io.takewithott.auth.follow;

import org.jspecify.annotations.NullMarked;
