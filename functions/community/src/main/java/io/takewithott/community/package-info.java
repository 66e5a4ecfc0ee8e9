/** What members write for each other: reviews, and the board. */
@NullMarked
package io.takewithott.community;

import org.jspecify.annotations.NullMarked;
