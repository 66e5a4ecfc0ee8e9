/** What is decided at the desk is noted by the statement that decides it, and never changed. */
@NullMarked
package io.takewithott.payment.audit;

import org.jspecify.annotations.NullMarked;
