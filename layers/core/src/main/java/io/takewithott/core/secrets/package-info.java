/**
 * Secrets from Secrets Manager, cached for a few minutes so that a rotation is noticed without a
 * restart.
 */
@NullMarked
package io.takewithott.core.secrets;

import org.jspecify.annotations.NullMarked;
