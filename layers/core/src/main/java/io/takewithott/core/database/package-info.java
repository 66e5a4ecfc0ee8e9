/**
 * PostgreSQL through the RDS Data API: named parameters, rows as records, transactions, failures as
 * types, and patience with a cluster that is waking up.
 */
@NullMarked
package io.takewithott.core.database;

import org.jspecify.annotations.NullMarked;
