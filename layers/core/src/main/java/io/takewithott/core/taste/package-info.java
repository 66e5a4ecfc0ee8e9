/**
 * Changes of somebody's taste: stored and counted in one statement, then told to the recommender.
 */
@NullMarked
package io.takewithott.core.taste;

import org.jspecify.annotations.NullMarked;
