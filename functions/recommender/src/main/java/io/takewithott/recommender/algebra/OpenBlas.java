package io.takewithott.recommender.algebra;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.JavaBLAS;
import dev.ludovic.netlib.blas.NativeBLAS;
import java.util.Map;
import java.util.Properties;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * OpenBLAS as the kernel: the native library comes out of Bytedeco's jar for the platform, and
 * netlib calls it on Java arrays without copying them. Bytedeco's own binding would copy every
 * array.
 */
final class OpenBlas {
  private static final Logger LOG = LoggerFactory.getLogger(OpenBlas.class);

  /** Read once by netlib, when its first kernel is made. */
  private static final String NETLIB_LIBRARY = "dev.ludovic.netlib.blas.nativeLibPath";

  private static final String LOADED_NAME = "openblas_nolapack@.0";

  private final Properties system;

  OpenBlas() {
    this(System.getProperties());
  }

  /**
   * @param system where netlib looks for its library
   */
  OpenBlas(Properties system) {
    this.system = system;
  }

  BLAS orPureJava() {
    try {
      return load();
    } catch (LinkageError | RuntimeException e) {
      LOG.warn("OpenBLAS does not load on this platform; pure Java computes the same, slower", e);
      return JavaBLAS.getInstance();
    }
  }

  private BLAS load() {
    Loader.load(openblas_nolapack.class);
    Map<String, String> loaded = Loader.getLoadedLibraries();
    system.setProperty(NETLIB_LIBRARY, loaded.get(LOADED_NAME));
    openblas_nolapack.blas_set_num_threads(1);
    return NativeBLAS.getInstance();
  }
}
