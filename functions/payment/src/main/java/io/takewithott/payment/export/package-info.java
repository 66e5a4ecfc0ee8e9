/**
 * A year of money as a table for taxes: a member's payments, a host's earnings, our own fees. Every
 * row comes out of the ledger, so that the sums are the ledger's.
 */
@NullMarked
package io.takewithott.payment.export;

import org.jspecify.annotations.NullMarked;
