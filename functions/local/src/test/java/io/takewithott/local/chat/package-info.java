/** Clients of the party chat that run in processes of their own, over bad lines. */
@NullMarked
package io.takewithott.local.chat;

import org.jspecify.annotations.NullMarked;
