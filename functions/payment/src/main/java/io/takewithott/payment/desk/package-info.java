/**
 * The desk: refunds there are, refunds that we make of our own accord, and what was decided. Above
 * an amount nothing is given by one of us alone.
 */
@NullMarked
package io.takewithott.payment.desk;

import org.jspecify.annotations.NullMarked;
