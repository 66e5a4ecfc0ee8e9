/**
 * Dense linear algebra on single precision matrices of up to 46,340 rows: inverse, product and the
 * products of sparse rows. The work is cut into tiles of fixed size that several threads take in
 * turn; each tile is one call of a BLAS kernel on one thread, so that results do not depend on the
 * number of threads. The kernel is OpenBLAS where its native library loads, and pure Java
 * elsewhere. Beside it, numbers as if by chance that depend on nothing but a key.
 */
@NullMarked
package io.takewithott.recommender.algebra;

import org.jspecify.annotations.NullMarked;
