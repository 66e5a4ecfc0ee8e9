package io.takewithott.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Several of the same at the same moment. */
public final class AtOnce {
  private AtOnce() {}

  public static <T> List<T> of(int times, IntFunction<T> what) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(times);
    try {
      List<Callable<T>> all = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        int number = i;
        all.add(() -> what.apply(number));
      }
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : executor.invokeAll(all)) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      executor.shutdownNow();
    }
  }
}
