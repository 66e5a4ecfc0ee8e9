/** Reviews of titles: one by each member for each title. */
@NullMarked
package io.takewithott.community.review;

import org.jspecify.annotations.NullMarked;
