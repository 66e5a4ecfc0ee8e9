/**
 * Double entry: what is taken from some accounts is given to others, and nothing is ever changed.
 * An entry is written by the statement that makes what it tells of true.
 */
@NullMarked
package io.takewithott.payment.ledger;

import org.jspecify.annotations.NullMarked;
