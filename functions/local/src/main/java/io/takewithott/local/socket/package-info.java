/**
 * The template's WebSocket APIs, as API Gateway serves them: {@code $connect} decides whether the
 * socket opens, a route is chosen for each message, {@code $disconnect} follows the end, and
 * functions write to connections through the management API.
 *
 * <p>As there, messages of one connection may be handled at the same time: whoever needs an order
 * makes one.
 */
@NullMarked
package io.takewithott.local.socket;

import org.jspecify.annotations.NullMarked;
