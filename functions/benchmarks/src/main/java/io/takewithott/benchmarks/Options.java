package io.takewithott.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A command's arguments, each {@code name=value}. An empty value is none at all, so that the build
 * may pass every name it knows; a name that the command does not know is refused.
 */
public final class Options {
  private final Map<String, String> values;

  private Options(Map<String, String> values) {
    this.values = values;
  }

  public static Options of(Set<String> known, String... arguments) {
    Map<String, String> values = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      if (equals < 0 || !known.contains(name)) {
        problems.add(argument);
      } else if (equals + 1 < argument.length()) {
        values.put(name, argument.substring(equals + 1));
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "Not understood: " + problems + "; expected name=value of " + new TreeSet<>(known));
    }
    return new Options(values);
  }

  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  public Optional<Path> path(String name) {
    return text(name).map(Path::of);
  }

  /** The values of a list, separated by commas; the given one when there is none. */
  public List<String> list(String name, List<String> otherwise) {
    return text(name).map(value -> List.of(value.split(","))).orElse(otherwise);
  }

  /** Whole numbers from 1 up, separated by commas. */
  public List<Integer> numbers(String name, List<Integer> otherwise) {
    return text(name)
        .map(
            value -> {
              List<Integer> numbers = new ArrayList<>();
              for (String number : value.split(",")) {
                numbers.add(number(name, number));
              }
              return numbers;
            })
        .orElse(otherwise);
  }

  public int number(String name, int otherwise) {
    return text(name).map(value -> number(name, value)).orElse(otherwise);
  }

  private static int number(String name, String value) {
    try {
      int number = Integer.parseInt(value.strip());
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, together with what is too small.
    }
    throw new IllegalArgumentException(
        name + " is '" + value + "'; expected a whole number from 1 up");
  }
}
