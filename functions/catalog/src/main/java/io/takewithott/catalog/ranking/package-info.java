/** The rankings that the recommender left in S3, as the catalogue reads them. */
@NullMarked
package io.takewithott.catalog.ranking;

import org.jspecify.annotations.NullMarked;
