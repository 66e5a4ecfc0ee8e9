/** How long routes take through the local gateway, warm, in catalogues of several sizes. */
@NullMarked
package io.takewithott.benchmarks.serving;

import org.jspecify.annotations.NullMarked;
