/** What is said in a party's room: stored once and in order, shown to whoever is there. */
@NullMarked
package io.takewithott.community.chat;

import org.jspecify.annotations.NullMarked;
