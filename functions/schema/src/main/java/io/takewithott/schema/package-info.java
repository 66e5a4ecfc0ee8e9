/**
 * The database's schema as numbered SQL files, applied over the Data API: once each, in order, safe
 * to run again and by several at once. A custom resource, so that a deployment brings the schema
 * along.
 */
@NullMarked
package io.takewithott.schema;

import org.jspecify.annotations.NullMarked;
