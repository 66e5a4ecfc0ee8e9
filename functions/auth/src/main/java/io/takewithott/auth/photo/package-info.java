/**
 * A member's picture: uploaded straight to S3 by a link that was signed for it, looked at, made
 * anew in two sizes under a random name, and drawn from the nickname where there is none.
 */
@NullMarked
package io.takewithott.auth.photo;

import org.jspecify.annotations.NullMarked;
