/**
 * Access tokens and the keys that sign them: issuing, verifying, rotating with an overlap, and the
 * public key set for anybody who wants to verify by themselves.
 */
@NullMarked
package io.takewithott.auth.token;

import org.jspecify.annotations.NullMarked;
