/** How training and ranking grow with the number of ratings, and what that means for a Lambda. */
@NullMarked
package io.takewithott.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
