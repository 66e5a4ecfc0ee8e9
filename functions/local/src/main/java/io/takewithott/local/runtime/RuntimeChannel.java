package io.takewithott.local.runtime;

import io.takewithott.local.runtime.InvocationResult.Outcome;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Where an instance's process and the invocations meet: the process asks for the next event, an
 * invocation offers one, and whoever comes second completes the exchange. No thread waits on behalf
 * of the process.
 */
final class RuntimeChannel {

  /** One event on its way through the process. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Work(
      byte[] event,
      Invocation invocation,
      Instant deadline,
      String functionArn,
      CompletableFuture<InvocationResult> result) {}

  /** The process's open request for the next event. */
  @FunctionalInterface
  interface Receiver {
    void receive(Work work);
  }

  /**
   * Completes when the process first asks for an event; fails with {@link InitException} if it
   * never will.
   */
  private final CompletableFuture<Void> ready = new CompletableFuture<>();

  private @Nullable Receiver waiting;
  private @Nullable Work offered;
  private @Nullable Work current;

  CompletableFuture<Void> ready() {
    return ready;
  }

  void next(Receiver receiver) {
    ready.complete(null);
    synchronized (this) {
      waiting = receiver;
    }
    deliver();
  }

  void offer(Work work) {
    synchronized (this) {
      offered = work;
    }
    deliver();
  }

  private void deliver() {
    Receiver receiver;
    Work work;
    synchronized (this) {
      if (waiting == null || offered == null) {
        return;
      }
      receiver = waiting;
      work = offered;
      current = work;
      waiting = null;
      offered = null;
    }
    receiver.receive(work);
  }

  /**
   * @return whether that request is the one being worked on
   */
  boolean finish(String requestId, InvocationResult result) {
    Work work;
    synchronized (this) {
      work = current;
      if (work == null || !work.invocation().requestId().equals(requestId)) {
        return false;
      }
      current = null;
    }
    work.result().complete(result);
    return true;
  }

  void initFailed(byte[] error) {
    ready.completeExceptionally(
        new InitException(new InvocationResult(Outcome.INIT_FAILED, error)));
  }

  /** The process has ended: whatever waits for it gets its failure. */
  void exited(int status) {
    String what = "Runtime exited with error: exit status " + status;
    ready.completeExceptionally(
        new InitException(InvocationResult.failed(Outcome.INIT_FAILED, "Runtime.ExitError", what)));
    Work unfinished;
    synchronized (this) {
      unfinished = current != null ? current : offered;
      current = null;
      offered = null;
      waiting = null;
    }
    if (unfinished != null) {
      String message = "RequestId: " + unfinished.invocation().requestId() + " Error: " + what;
      unfinished
          .result()
          .complete(InvocationResult.failed(Outcome.CRASHED, "Runtime.ExitError", message));
    }
  }
}
