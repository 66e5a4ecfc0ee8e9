/**
 * Another address for an account: asked for by its owner, confirmed from the new address, and
 * stopped from the old one.
 */
@NullMarked
package io.takewithott.auth.email;

import org.jspecify.annotations.NullMarked;
