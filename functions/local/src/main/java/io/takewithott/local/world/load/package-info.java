/**
 * The way of a data set into the database: read whole, written in a few large statements, each of
 * which leaves things right if it is the last. An import that was broken off goes on where it was;
 * one that is complete is not done again.
 */
@NullMarked
package io.takewithott.local.world.load;

import org.jspecify.annotations.NullMarked;
