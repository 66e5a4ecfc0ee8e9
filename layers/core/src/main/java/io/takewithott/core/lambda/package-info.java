/**
 * What a Lambda instance does around its handler: warming up before a SnapStart snapshot, what an
 * invocation has left and has used, and what its log lines belong to.
 */
@NullMarked
package io.takewithott.core.lambda;

import org.jspecify.annotations.NullMarked;
