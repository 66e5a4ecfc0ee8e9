/**
 * All ratings as one packed, immutable snapshot in S3. It is exported whole once and kept up to
 * date by the rows that changed since its watermark, because the Data API answers at most 1 MiB a
 * call.
 */
@NullMarked
package io.takewithott.recommender.snapshot;

import org.jspecify.annotations.NullMarked;
