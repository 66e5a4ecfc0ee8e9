package io.takewithott.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives ids of any text a number from 1 up, in order of appearance, and the text back. */
final class OriginalIds {
  private final Map<String, Long> numbers = new HashMap<>();
  private final List<String> texts = new ArrayList<>();

  long number(String text) {
    return numbers.computeIfAbsent(
        text,
        unseen -> {
          texts.add(unseen);
          return (long) texts.size();
        });
  }

  String text(long number) {
    return texts.get((int) number - 1);
  }

  int size() {
    return texts.size();
  }
}
