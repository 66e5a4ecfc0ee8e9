/**
 * What a Lambda instance does around its handler: warming up before a SnapStart snapshot, and the
 * time it has left.
 */
@NullMarked
package io.takewithott.core.lambda;

import org.jspecify.annotations.NullMarked;
