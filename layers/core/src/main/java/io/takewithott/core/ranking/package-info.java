/** The ranking of one user as it lies in S3: written by the recommender, read by the catalogue. */
@NullMarked
package io.takewithott.core.ranking;

import org.jspecify.annotations.NullMarked;
