/**
 * The database's schema as numbered SQL files, applied over the Data API: once each, in order, safe
 * to run again and by several at once, and the rights that functions have in it: they log in as
 * somebody who may read and write rows and nothing else. A custom resource, so that a deployment
 * brings the schema along.
 */
@NullMarked
package io.takewithott.schema;

import org.jspecify.annotations.NullMarked;
