package io.takewithott.recommender.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Threads that take numbered tasks in turn. A task must write only what no other task reads or
 * writes; which thread takes it is then of no consequence to the result.
 */
final class Workers implements AutoCloseable {
  private final int threads;
  private final ExecutorService executor;

  Workers(int threads) {
    this.threads = threads;
    this.executor =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "algebra");
              thread.setDaemon(true);
              return thread;
            });
  }

  void run(int tasks, IntConsumer task) {
    run(tasks, () -> task);
  }

  /**
   * Runs the tasks 0 to {@code tasks} − 1, on one {@code worker} a thread so that it may own a
   * buffer.
   */
  void run(int tasks, Supplier<IntConsumer> worker) {
    AtomicInteger next = new AtomicInteger();
    Callable<Void> loop =
        () -> {
          IntConsumer task = worker.get();
          for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
            task.accept(i);
          }
          return null;
        };
    List<Future<Void>> running = new ArrayList<>();
    for (int i = 0; i < Math.min(threads, tasks); i++) {
      running.add(executor.submit(loop));
    }
    running.forEach(Workers::join);
  }

  private static void join(Future<Void> future) {
    try {
      future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted in a matrix computation", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("A matrix computation failed", e.getCause());
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
