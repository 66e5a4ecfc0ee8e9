/** Whole won, how they are divided, and the days by which they are counted. */
@NullMarked
package io.takewithott.payment.money;

import org.jspecify.annotations.NullMarked;
