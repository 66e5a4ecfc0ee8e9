/** Forgetting, every night, what need not be known any longer. */
@NullMarked
package io.takewithott.auth.sweep;

import org.jspecify.annotations.NullMarked;
