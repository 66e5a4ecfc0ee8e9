/** Parties and their seats: making, finding, handing over and closing them. */
@NullMarked
package io.takewithott.payment.party;

import org.jspecify.annotations.NullMarked;
