/**
 * The servlet host that turns an HTTP API event into one call of a route and its answer into a
 * response, with a small route table and errors as JSON.
 */
@NullMarked
package io.takewithott.core.http;

import org.jspecify.annotations.NullMarked;
