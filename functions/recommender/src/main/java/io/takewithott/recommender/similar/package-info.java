/** Which titles are like each other, by what people go on to and by what they are about. */
@NullMarked
package io.takewithott.recommender.similar;

import org.jspecify.annotations.NullMarked;
