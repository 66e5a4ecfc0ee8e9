/**
 * Mails about an account. A request only notes what is to be sent; the address and the single-use
 * link are put in by the function that sends, so that neither lies in a queue.
 */
@NullMarked
package io.takewithott.auth.mail;

import org.jspecify.annotations.NullMarked;
