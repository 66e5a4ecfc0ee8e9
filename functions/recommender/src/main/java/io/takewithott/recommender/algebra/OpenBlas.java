package io.takewithott.recommender.algebra;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.JavaBLAS;
import dev.ludovic.netlib.blas.NativeBLAS;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * OpenBLAS as the kernel: the native library comes out of Bytedeco's jar for the platform, and
 * netlib calls it on Java arrays without copying them. Bytedeco's own binding would copy every
 * array.
 *
 * <p>Netlib makes its native kernel when the first kernel of any kind is asked for, and never
 * again. The library is therefore loaded with this class, and the pure Java kernel is asked for
 * here too.
 */
final class OpenBlas {
  private static final Logger LOG = LoggerFactory.getLogger(OpenBlas.class);

  /** Where netlib looks for the native library. */
  private static final String NETLIB_LIBRARY = "dev.ludovic.netlib.blas.nativeLibPath";

  private static final String LOADED_NAME = "openblas_nolapack@.0";

  private static final Optional<Throwable> FAILURE = load();

  private OpenBlas() {}

  /** The native kernel, on one thread a call; or pure Java, with a warning that says why. */
  static BLAS orPureJava() {
    return orPureJava(OpenBlas::nativeKernel);
  }

  static BLAS orPureJava(Supplier<BLAS> kernel) {
    try {
      return kernel.get();
    } catch (LinkageError | RuntimeException e) {
      LOG.warn("OpenBLAS does not load here; pure Java computes instead, ten times slower", e);
      return pureJava();
    }
  }

  static BLAS pureJava() {
    return JavaBLAS.getInstance();
  }

  private static BLAS nativeKernel() {
    if (FAILURE.isPresent()) {
      throw new IllegalStateException("The native library is missing", FAILURE.get());
    }
    return NativeBLAS.getInstance();
  }

  private static Optional<Throwable> load() {
    try {
      Loader.load(openblas_nolapack.class);
      Map<String, String> loaded = Loader.getLoadedLibraries();
      String library = loaded.get(LOADED_NAME);
      if (library == null) {
        throw new IllegalStateException(LOADED_NAME + " is not among " + loaded.keySet());
      }
      System.setProperty(NETLIB_LIBRARY, library);
      openblas_nolapack.blas_set_num_threads(1);
      return Optional.empty();
    } catch (LinkageError | RuntimeException e) {
      return Optional.of(e);
    }
  }
}
