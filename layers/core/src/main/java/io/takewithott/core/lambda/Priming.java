package io.takewithott.core.lambda;

import java.util.concurrent.atomic.AtomicReference;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warms an instance before Lambda takes its SnapStart snapshot, so that classes, clients and routes
 * are ready when it is restored. What fails while priming is logged and never prevents a
 * deployment.
 */
public final class Priming implements Resource {
  private static final Logger LOG = LoggerFactory.getLogger(Priming.class);

  private final Runnable warmUp;
  private final Runnable afterRestore;
  private final AtomicReference<Start> next = new AtomicReference<>(Start.COLD);

  private Priming(Runnable warmUp, Runnable afterRestore) {
    this.warmUp = warmUp;
    this.afterRestore = afterRestore;
  }

  /**
   * Registers the hooks. The caller keeps the result as long as it lives: the registry holds it
   * weakly.
   *
   * @param afterRestore drops what must not outlive a snapshot, such as cached secrets
   */
  public static Priming register(Runnable warmUp, Runnable afterRestore) {
    Priming priming = new Priming(warmUp, afterRestore);
    Core.getGlobalContext().register(priming);
    return priming;
  }

  /** How the instance stands for the invocation that asks; asked once by each. */
  public Start start() {
    return next.getAndSet(Start.WARM);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    // What is served here is nobody's.
    next.set(Start.WARM);
    try {
      warmUp.run();
    } catch (RuntimeException unready) {
      LOG.atWarn().setCause(unready).log("priming failed; the snapshot is taken all the same");
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    next.set(Start.RESTORED);
    afterRestore.run();
  }
}
