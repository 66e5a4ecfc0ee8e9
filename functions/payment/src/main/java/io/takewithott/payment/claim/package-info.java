/** A member does not get what they pay for: the host answers within a day, then we decide. */
@NullMarked
package io.takewithott.payment.claim;

import org.jspecify.annotations.NullMarked;
