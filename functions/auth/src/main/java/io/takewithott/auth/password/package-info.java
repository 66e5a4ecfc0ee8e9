/** Passwords: their Argon2id hashes, changing one, and a new one for somebody who forgot it. */
@NullMarked
package io.takewithott.auth.password;

import org.jspecify.annotations.NullMarked;
