/**
 * The log-in of a shared account: sealed where it lies, shown to those who have paid, each time
 * noted where all of the party see it, and to be changed when somebody goes. Nothing here is ever
 * logged or listed.
 */
@NullMarked
package io.takewithott.payment.vault;

import org.jspecify.annotations.NullMarked;
