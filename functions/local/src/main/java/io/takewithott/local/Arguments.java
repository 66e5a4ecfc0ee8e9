package io.takewithott.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The command line: options as {@code --name=value}, then words. A word with spaces is several, so
 * that a command can come through one Maven property.
 */
record Arguments(Map<String, String> options, List<String> words) {
  private static final Set<String> OPTIONS =
      Set.of("root", "port", "fresh", "isolated", "sample", "import", "folder", "image");

  Arguments {
    options = Map.copyOf(options);
    words = List.copyOf(words);
  }

  /**
   * @throws IllegalArgumentException naming an option that is not known
   */
  static Arguments parse(String... arguments) {
    Map<String, String> options = new HashMap<>();
    List<String> words = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.startsWith("--")) {
        int equals = argument.indexOf('=');
        String name = argument.substring(2, equals < 0 ? argument.length() : equals);
        if (!OPTIONS.contains(name)) {
          throw new IllegalArgumentException(
              "--" + name + " is not an option; there are " + OPTIONS.stream().sorted().toList());
        }
        options.put(name, equals < 0 ? "true" : argument.substring(equals + 1));
      } else {
        words.addAll(List.of(argument.strip().split("\\s+")));
      }
    }
    words.removeIf(String::isEmpty);
    return new Arguments(options, words);
  }

  Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name)).filter(value -> !value.isBlank());
  }

  boolean flag(String name, boolean otherwise) {
    return option(name).map(value -> !value.equals("false")).orElse(otherwise);
  }

  int number(String name, int otherwise) {
    try {
      return option(name).map(Integer::parseInt).orElse(otherwise);
    } catch (NumberFormatException malformed) {
      throw new IllegalArgumentException("--" + name + " must be a number");
    }
  }
}
