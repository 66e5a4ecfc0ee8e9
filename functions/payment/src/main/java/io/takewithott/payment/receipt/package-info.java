/**
 * What was paid, as a receipt and as a history, out of the ledger: nothing is kept for it beside.
 */
@NullMarked
package io.takewithott.payment.receipt;

import org.jspecify.annotations.NullMarked;
