package io.takewithott.trainer;

import io.takewithott.recommender.Audience.Scope;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What one run is asked for, as {@code name=value} arguments: {@code rank}, {@code lease}, {@code
 * hours}, and the recommender's settings by their names.
 *
 * @param lease the name under which the training's lease was taken for it
 * @param longest after which it has to end
 */
record JobRequest(Scope rank, String lease, Duration longest, Settings settings) {
  private static final int MOST_HOURS = 24;

  static JobRequest parse(String[] arguments, Map<String, String> environment) {
    Map<String, String> named = new HashMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException(
            "\"" + argument + "\" is no argument; they are written name=value");
      }
      named.put(argument.substring(0, equals), argument.substring(equals + 1));
    }
    Scope rank = Scope.valueOf(taken(named, "rank", "active").toUpperCase(Locale.ROOT));
    String lease = taken(named, "lease", "by hand");
    int hours = Integer.parseInt(taken(named, "hours", "4"));
    if (hours < 1 || hours > MOST_HOURS) {
      throw new IllegalArgumentException(
          "hours must be from 1 to " + MOST_HOURS + ", but is " + hours);
    }
    Map<String, String> variables = new HashMap<>(environment);
    // Credentials are each machine's own and are not sent about.
    variables.keySet().removeIf(name -> !isSetting(name));
    variables.putAll(named);
    return new JobRequest(rank, lease, Duration.ofHours(hours), Settings.of(variables));
  }

  private static boolean isSetting(String name) {
    return name.startsWith("TWO_")
        || name.equals("AWS_REGION")
        || name.startsWith("AWS_ENDPOINT_URL");
  }

  private static String taken(Map<String, String> named, String name, String otherwise) {
    String value = named.remove(name);
    return value == null ? otherwise : value;
  }
}
