/**
 * What a member says of one title. Every change is stored first and then, if it concerns their
 * taste, told to the recommender.
 */
@NullMarked
package io.takewithott.rating.opinion;

import org.jspecify.annotations.NullMarked;
