package io.takewithott.benchmarks.start;

import io.takewithott.local.runtime.FunctionProcess;
import io.takewithott.local.runtime.InvocationResult;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A route and what is sent to it.
 *
 * @param event the next one
 * @param answered takes what came back, where the next event depends on it
 */
record Route(String name, Supplier<byte[]> event, Consumer<InvocationResult> answered) {

  /** A route that is sent the same again and again. */
  static Route same(String name, byte[] event) {
    return new Route(name, () -> event, answer -> {});
  }

  /** The nanoseconds of one call. */
  long call(FunctionProcess process) {
    Timed timed = timed(process, name, event.get());
    answered.accept(timed.result);
    return timed.nanos;
  }

  static Timed timed(FunctionProcess process, String name, byte[] event) {
    long begin = System.nanoTime();
    InvocationResult result = process.invoke(event);
    long nanos = System.nanoTime() - begin;
    Answers.requireGood(name, result);
    return new Timed(nanos, result);
  }

  record Timed(long nanos, InvocationResult result) {}
}
