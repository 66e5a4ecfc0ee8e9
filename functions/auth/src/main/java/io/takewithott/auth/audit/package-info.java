/**
 * What happened to an account, written in the statement that makes it happen, for its owner to see.
 */
@NullMarked
package io.takewithott.auth.audit;

import org.jspecify.annotations.NullMarked;
