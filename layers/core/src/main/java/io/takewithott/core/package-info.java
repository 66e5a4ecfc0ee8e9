/**
 * What every function shares and nothing else: configuration ({@link
 * io.takewithott.core.Environment}), the closed list of failures ({@link
 * io.takewithott.core.ErrorCode}), time budgets. Sub-packages hold one capability each.
 */
@NullMarked
package io.takewithott.core;

import org.jspecify.annotations.NullMarked;
