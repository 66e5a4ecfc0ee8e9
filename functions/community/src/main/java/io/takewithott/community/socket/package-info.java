/** Connections of members: how one is opened, and how many are written to at once. */
@NullMarked
package io.takewithott.community.socket;

import org.jspecify.annotations.NullMarked;
