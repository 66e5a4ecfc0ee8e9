/** Whether the log-in behind an access token still lives: what concerns an account itself asks. */
@NullMarked
package io.takewithott.core.session;

import org.jspecify.annotations.NullMarked;
