/**
 * What stands in for the payment provider Bootpay: the calls of its API version 2 that are used,
 * with their shapes and a state of their own, a pay window for browsers, notices about what
 * happened, and misbehaviour on demand. No money is involved.
 */
@NullMarked
package io.takewithott.cloud.bootpay;

import org.jspecify.annotations.NullMarked;
