/**
 * What is done by schedule: crediting hosts day by day, paying them out by month, and comparing our
 * ledger with the provider's receipts.
 */
@NullMarked
package io.takewithott.payment.settlement;

import org.jspecify.annotations.NullMarked;
