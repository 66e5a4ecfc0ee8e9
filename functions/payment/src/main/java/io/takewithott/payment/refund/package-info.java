/** Giving money back, once each, however often it has to be tried. */
@NullMarked
package io.takewithott.payment.refund;

import org.jspecify.annotations.NullMarked;
