/** What several routes read from a request: keys, cursors and texts, each with its limit. */
@NullMarked
package io.takewithott.payment.request;

import org.jspecify.annotations.NullMarked;
