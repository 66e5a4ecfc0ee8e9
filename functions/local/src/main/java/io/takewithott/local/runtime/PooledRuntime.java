package io.takewithott.local.runtime;

import io.takewithott.local.runtime.InvocationResult.Outcome;
import io.takewithott.local.template.FunctionDefinition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A function's instances: made when needed, used again last in first out as Lambda does, dropped
 * once unusable. With reserved concurrency an event too many is throttled at once; without, it
 * waits for a free instance, since Lambda would have made another.
 */
final class PooledRuntime implements FunctionRuntime {

  /** Lambda's limit for the event and for the answer of a synchronous invocation. */
  static final int PAYLOAD_BYTES = 6 * 1024 * 1024;

  private final FunctionDefinition function;
  private final InstanceFactory factory;
  private final RuntimeSettings settings;
  private final Semaphore places;
  private final boolean reserved;
  private final Deque<FunctionInstance> idle = new ArrayDeque<>();
  private final Set<FunctionInstance> all = new HashSet<>();
  private int made;
  private boolean closed;

  /** Makes instances of one function; {@code number} counts from 1 and names them. */
  @FunctionalInterface
  interface InstanceFactory {
    FunctionInstance make(int number) throws InitException;
  }

  PooledRuntime(FunctionDefinition function, RuntimeSettings settings, InstanceFactory factory) {
    this.function = function;
    this.settings = settings;
    this.factory = factory;
    int reservation = function.reservedConcurrency().orElse(Integer.MAX_VALUE);
    this.reserved = reservation <= settings.maximumInstances();
    this.places = new Semaphore(Math.min(reservation, settings.maximumInstances()), true);
  }

  @Override
  public InvocationResult invoke(byte[] event, Invocation invocation) {
    if (event.length > PAYLOAD_BYTES) {
      return InvocationResult.failed(
          Outcome.REQUEST_TOO_LARGE,
          "RequestTooLargeException",
          event.length
              + " byte payload is too large for the RequestResponse invocation type (limit "
              + PAYLOAD_BYTES
              + " bytes)");
    }
    if (!place()) {
      return InvocationResult.failed(
          Outcome.THROTTLED,
          "TooManyRequestsException",
          "Rate Exceeded: no instance of " + function.logicalId() + " is free");
    }
    try {
      return checked(inPlace(event, invocation));
    } finally {
      places.release();
    }
  }

  private boolean place() {
    try {
      long wait = reserved ? 0 : settings.waitForInstance().toMillis();
      return places.tryAcquire(wait, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private InvocationResult inPlace(byte[] event, Invocation invocation) {
    FunctionInstance instance;
    try {
      instance = take();
    } catch (InitException e) {
      return e.result();
    }
    try {
      return instance.invoke(event, invocation);
    } finally {
      giveBack(instance);
    }
  }

  private static InvocationResult checked(InvocationResult result) {
    if (result.succeeded() && result.payload().length > PAYLOAD_BYTES) {
      return InvocationResult.failed(
          Outcome.RESPONSE_TOO_LARGE,
          "Function.ResponseSizeTooLarge",
          "Response payload size exceeded maximum allowed payload size ("
              + PAYLOAD_BYTES
              + " bytes).");
    }
    return result;
  }

  private FunctionInstance take() throws InitException {
    int number;
    synchronized (this) {
      for (FunctionInstance free = idle.pollLast(); free != null; free = idle.pollLast()) {
        if (free.usable()) {
          return free;
        }
        discard(free);
      }
      number = ++made;
    }
    FunctionInstance instance = factory.make(number);
    synchronized (this) {
      if (!closed) {
        all.add(instance);
        return instance;
      }
    }
    instance.close();
    throw new InitException(
        InvocationResult.failed(
            Outcome.INIT_FAILED, "Sandbox.Closed", function.logicalId() + " has been closed"));
  }

  private synchronized void giveBack(FunctionInstance instance) {
    if (closed || !instance.usable()) {
      discard(instance);
    } else {
      idle.addLast(instance);
    }
  }

  private synchronized void discard(FunctionInstance instance) {
    all.remove(instance);
    instance.close();
  }

  @Override
  public void warm() {
    if (places.tryAcquire()) {
      try {
        giveBack(take());
      } catch (InitException e) {
        settings.log().line(function.logicalId(), "init", String.valueOf(e.getMessage()));
      } finally {
        places.release();
      }
    }
  }

  @Override
  public void close() {
    Set<FunctionInstance> open;
    synchronized (this) {
      closed = true;
      idle.clear();
      open = new HashSet<>(all);
      all.clear();
    }
    open.forEach(FunctionInstance::close);
  }
}
