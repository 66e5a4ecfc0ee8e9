package io.takewithott.recommender.storage;

import java.util.Map;

/**
 * One stored version of a file, and how to recognise it.
 *
 * @param sha256 of the whole file, hexadecimal
 * @param numbers what is worth knowing without opening it, such as counts
 */
public record Edition(String key, String sha256, long bytes, Map<String, Long> numbers) {
  public Edition {
    numbers = Map.copyOf(numbers);
  }

  /** The key without its folder and ending. */
  public String name() {
    return key.substring(key.indexOf('/') + 1, key.lastIndexOf('.'));
  }

  public long number(String name) {
    return numbers.getOrDefault(name, 0L);
  }
}
