/**
 * Support for every module's tests: a real database behind a real Data API, event files, the rules
 * of the architecture. Nothing here is a mock.
 */
@NullMarked
package io.takewithott.testing;

import org.jspecify.annotations.NullMarked;
