/** Billing keys, and what is charged by them when a new month of a membership begins. */
@NullMarked
package io.takewithott.payment.billing;

import org.jspecify.annotations.NullMarked;
