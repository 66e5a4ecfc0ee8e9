/**
 * Reads {@code template.yaml} as the AWS transform would: intrinsic functions, conditions, SAM's
 * globals and its event types. What comes out is an immutable {@link
 * io.takewithott.local.template.Template} of records; what cannot be served on one machine is
 * refused with its line, never skipped. Types that exist only in the cloud (roles, alarms,
 * distributions) are a named list.
 */
@NullMarked
package io.takewithott.local.template;

import org.jspecify.annotations.NullMarked;
