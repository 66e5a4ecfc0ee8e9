/**
 * API Gateway's HTTP API on a local port: matches routes, asks Lambda authorizers, builds payload
 * format 2.0 events and reads the answers, with API Gateway's own statuses, limits and messages.
 * The functions see what they would see in the cloud; where AWS documents nothing, what real traces
 * show is followed.
 */
@NullMarked
package io.takewithott.local.gateway;

import org.jspecify.annotations.NullMarked;
