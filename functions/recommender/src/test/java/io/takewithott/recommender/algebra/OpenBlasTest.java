package io.takewithott.recommender.algebra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.JavaBLAS;
import dev.ludovic.netlib.blas.NativeBLAS;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class OpenBlasTest {
  @Test
  void aLibraryThatDoesNotLoadLeavesPureJava() {
    BLAS kernel =
        OpenBlas.orPureJava(
            () -> {
              throw new UnsatisfiedLinkError("no jniopenblas_nolapack in java.library.path");
            });

    assertThat(kernel).isInstanceOf(JavaBLAS.class);
    SquareMatrix four = Matrices.of(4);
    assertThat(new DenseAlgebra(kernel, 2).inverse(four).values()).containsExactly(0.25f);
  }

  @Test
  void aPlatformThatIsNotKnownLeavesPureJava() {
    BLAS kernel =
        OpenBlas.orPureJava(
            () -> {
              throw new IllegalStateException("Platform \"plan9\" not supported");
            });

    assertThat(kernel).isInstanceOf(JavaBLAS.class);
  }

  @Test
  void linuxOnLambdasProcessorsGetsTheNativeKernel() {
    String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    Assumptions.assumeTrue(
        Set.of("linux amd64", "linux aarch64").contains(platform.toLowerCase(Locale.ROOT)));

    assertThat(OpenBlas.orPureJava()).isInstanceOf(NativeBLAS.class);
  }
}
