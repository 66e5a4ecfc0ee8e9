/**
 * The search index: names and famous lines in compact arrays, one object in S3 that an instance
 * holds in memory, and the rows that changed since, read from the database.
 */
@NullMarked
package io.takewithott.catalog.index;

import org.jspecify.annotations.NullMarked;
