/** Who is on the other side of a request: the device as far as it says so, and its network. */
@NullMarked
package io.takewithott.auth.client;

import org.jspecify.annotations.NullMarked;
