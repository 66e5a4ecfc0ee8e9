/** What a long computation lets others see of its course. */
@NullMarked
package io.takewithott.recommender.progress;

import org.jspecify.annotations.NullMarked;
