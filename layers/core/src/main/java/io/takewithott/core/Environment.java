package io.takewithott.core;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The variables a function was started with. A configuration record is read through {@link #read},
 * which reports every problem of all settings at once. Our own variables begin with {@code TWO_};
 * one that nobody asked for is refused as misspelt. Values are never printed.
 */
public final class Environment {
  private static final String OWN_PREFIX = "TWO_";

  private final Map<String, String> variables;

  private Environment(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  /** The environment of this process. */
  public static Environment ofProcess() {
    return new Environment(System.getenv());
  }

  public static Environment of(Map<String, String> variables) {
    return new Environment(variables);
  }

  /**
   * Reads one configuration.
   *
   * @throws ConfigurationException naming every missing, malformed and unknown setting
   */
  public <T> T read(Function<Settings, T> configuration) {
    Settings settings = new Settings();
    T result = configuration.apply(settings);
    settings.refuseUnknown();
    if (!settings.problems.isEmpty()) {
      throw new ConfigurationException(settings.problems);
    }
    return result;
  }

  /** Reads single settings and collects what is wrong with them. */
  public final class Settings {
    private final List<String> problems = new ArrayList<>();
    private final Set<String> known = new TreeSet<>();

    private Settings() {}

    /** The value of a setting that must be there; an empty string stands for it when it is not. */
    public String required(String name) {
      Optional<String> value = optional(name);
      if (value.isEmpty()) {
        problems.add(name + " is not set");
      }
      return value.orElse("");
    }

    public Optional<String> optional(String name) {
      known.add(name);
      return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    public String text(String name, String otherwise) {
      return optional(name).orElse(otherwise);
    }

    public int number(String name, int otherwise, int least, int most) {
      return parsed(
          name,
          otherwise,
          "a whole number from " + least + " to " + most,
          value -> {
            int number = Integer.parseInt(value);
            if (number < least || number > most) {
              throw new IllegalArgumentException("out of range");
            }
            return number;
          });
    }

    public Duration duration(String name, Duration otherwise) {
      return parsed(name, otherwise, "an ISO 8601 duration such as PT15M", Duration::parse);
    }

    /** The endpoint of a service where it is not AWS's own. */
    public Optional<URI> address(String name) {
      Optional<String> value = optional(name);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          parsed(name, URI.create("http://invalid"), "an absolute URL", Environment::absolute));
    }

    /** A host, with its port where that is not the usual one. */
    public String host(String name) {
      required(name);
      return parsed(name, "", "a host such as files.example or 127.0.0.1:8080", Environment::host);
    }

    private <T> T parsed(String name, T otherwise, String expected, Function<String, T> parser) {
      Optional<String> value = optional(name);
      if (value.isEmpty()) {
        return otherwise;
      }
      try {
        return parser.apply(value.get());
      } catch (RuntimeException malformed) {
        problems.add(name + " must be " + expected);
        return otherwise;
      }
    }

    private void refuseUnknown() {
      variables.keySet().stream()
          .filter(name -> name.startsWith(OWN_PREFIX) && !known.contains(name))
          .sorted()
          .forEach(name -> problems.add(name + " is not a setting here" + nearest(name)));
    }

    private String nearest(String name) {
      return known.stream()
          .filter(candidate -> distance(candidate, name) <= 3)
          .findFirst()
          .map(candidate -> "; did you mean " + candidate + "?")
          .orElse("");
    }
  }

  private static URI absolute(String value) {
    URI address = URI.create(value);
    if (!address.isAbsolute()) {
      throw new IllegalArgumentException("relative");
    }
    return address;
  }

  private static String host(String value) {
    if (!value.matches("[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?")) {
      throw new IllegalArgumentException("no host");
    }
    return value;
  }

  /** Levenshtein's edit distance. */
  private static int distance(String a, String b) {
    Map<Integer, Integer> row = new HashMap<>();
    for (int j = 0; j <= b.length(); j++) {
      row.put(j, j);
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row.getOrDefault(0, 0);
      row.put(0, i);
      for (int j = 1; j <= b.length(); j++) {
        int above = row.getOrDefault(j, 0);
        int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int left = row.getOrDefault(j - 1, 0);
        row.put(j, Math.min(substitution, Math.min(above, left) + 1));
        diagonal = above;
      }
    }
    return row.getOrDefault(b.length(), 0);
  }
}
