/**
 * The provider's API, version 2: as much as is needed, typed, and nothing it answers is trusted.
 * Its failures say whether it may have done what it was asked.
 */
@NullMarked
package io.takewithott.payment.bootpay;

import org.jspecify.annotations.NullMarked;
