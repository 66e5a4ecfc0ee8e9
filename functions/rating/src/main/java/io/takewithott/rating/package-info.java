/**
 * What a user says of titles: ratings and the three picks. Every change is stored first and then
 * told to the recommender.
 */
@NullMarked
package io.takewithott.rating;

import org.jspecify.annotations.NullMarked;
