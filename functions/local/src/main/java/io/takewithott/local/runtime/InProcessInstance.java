package io.takewithott.local.runtime;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.takewithott.local.runtime.InvocationResult.Outcome;
import io.takewithott.local.template.FunctionDefinition;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A handler object with a thread of its own. A handler that misses its deadline is interrupted and
 * never used again; one that ignores the interrupt keeps its (daemon) thread until it returns.
 * There is no snapshot, so SnapStart's hooks do not run.
 */
final class InProcessInstance implements FunctionInstance {

  private final FunctionDefinition function;
  private final FunctionIdentity identity;
  private final RuntimeSettings settings;
  private final ExecutorService thread;
  private final RequestStreamHandler handler;
  private volatile boolean usable = true;

  private InProcessInstance(
      FunctionDefinition function,
      FunctionIdentity identity,
      RuntimeSettings settings,
      ExecutorService thread,
      RequestStreamHandler handler) {
    this.function = function;
    this.identity = identity;
    this.settings = settings;
    this.thread = thread;
    this.handler = handler;
  }

  static InProcessInstance make(
      FunctionDefinition function, RuntimeSettings settings, ClassLoader loader, int number)
      throws InitException {
    FunctionIdentity identity = FunctionIdentity.of(function, settings, number);
    ExecutorService thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread worker = new Thread(task, function.logicalId() + "-" + number);
              worker.setDaemon(true);
              worker.setContextClassLoader(loader);
              return worker;
            });
    try {
      RequestStreamHandler handler =
          within(
              thread,
              settings.initTimeout(),
              () ->
                  Handlers.make(
                      function.handler(),
                      LambdaVariables.of(function, identity, settings),
                      loader));
      return new InProcessInstance(function, identity, settings, thread, handler);
    } catch (ExecutionException e) {
      thread.shutdownNow();
      throw new InitException(
          new InvocationResult(Outcome.INIT_FAILED, ErrorDocument.of(causeOf(e))));
    } catch (TimeoutException e) {
      thread.shutdownNow();
      throw new InitException(
          InvocationResult.failed(
              Outcome.INIT_FAILED,
              "Sandbox.Timedout",
              "The handler "
                  + function.handler()
                  + " was not ready after "
                  + seconds(settings.initTimeout())
                  + " seconds"));
    }
  }

  @Override
  public InvocationResult invoke(byte[] event, Invocation invocation) {
    Instant deadline = settings.clock().instant().plus(function.timeout());
    LambdaContext context =
        new LambdaContext(identity, invocation, deadline, settings.clock(), settings.log());
    try {
      return InvocationResult.success(
          within(
              thread,
              function.timeout(),
              () -> {
                ByteArrayOutputStream answer = new ByteArrayOutputStream();
                handler.handleRequest(new ByteArrayInputStream(event), answer, context);
                return answer.toByteArray();
              }));
    } catch (ExecutionException e) {
      return new InvocationResult(Outcome.FUNCTION_ERROR, ErrorDocument.of(causeOf(e)));
    } catch (TimeoutException e) {
      usable = false;
      return timedOut(function, invocation);
    }
  }

  static InvocationResult timedOut(FunctionDefinition function, Invocation invocation) {
    return InvocationResult.failed(
        Outcome.TIMED_OUT,
        "Sandbox.Timedout",
        "RequestId: "
            + invocation.requestId()
            + " Error: Task timed out after "
            + seconds(function.timeout())
            + " seconds");
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.2f", duration.toMillis() / 1000.0);
  }

  private static <T> T within(ExecutorService thread, Duration limit, Callable<T> work)
      throws ExecutionException, TimeoutException {
    Future<T> future = thread.submit(work);
    try {
      return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      future.cancel(true);
      throw e;
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new ExecutionException(e);
    }
  }

  private static Throwable causeOf(ExecutionException failure) {
    return failure.getCause() == null ? failure : failure.getCause();
  }

  @Override
  public boolean usable() {
    return usable;
  }

  @Override
  public void close() {
    usable = false;
    thread.shutdownNow();
  }
}
