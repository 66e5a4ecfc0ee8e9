/** What reviews and posts have in common: likes, comments, reports, and being hidden. */
@NullMarked
package io.takewithott.community.talk;

import org.jspecify.annotations.NullMarked;
