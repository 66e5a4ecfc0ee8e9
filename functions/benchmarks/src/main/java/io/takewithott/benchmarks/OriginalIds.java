package io.takewithott.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives ids of any text a number from 1 up, in order of appearance, and the text back. While no
 * text is added, any number of threads may read.
 */
public final class OriginalIds {
  /** The number of no text. */
  public static final long NONE = 0;

  private final Map<String, Long> numbers = new HashMap<>();
  private final List<String> texts = new ArrayList<>();

  /** The number of a text, a new one if it has none yet. */
  public long add(String text) {
    return numbers.computeIfAbsent(
        text,
        unseen -> {
          texts.add(unseen);
          return (long) texts.size();
        });
  }

  /** The number of a text, {@link #NONE} if it has none. */
  public long number(String text) {
    return numbers.getOrDefault(text, NONE);
  }

  public String text(long number) {
    return texts.get((int) number - 1);
  }

  public int size() {
    return texts.size();
  }
}
