package io.takewithott.core.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One line of the route table.
 *
 * @param template segments such as {@code /titles/{id}/rating}; a last {@code {name+}} takes the
 *     rest
 */
record Route(String method, String template, List<String> segments, RouteHandler handler) {

  Route(String method, String template, RouteHandler handler) {
    this(method, template, split(template), handler);
  }

  static List<String> split(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  /** The values of the template's parameters if the path fits it. */
  Optional<Map<String, String>> match(List<String> path) {
    Map<String, String> parameters = new HashMap<>();
    for (int i = 0; i < segments.size(); i++) {
      String segment = segments.get(i);
      if (segment.endsWith("+}")) {
        parameters.put(
            segment.substring(1, segment.length() - 2),
            String.join("/", path.subList(Math.min(i, path.size()), path.size())));
        return Optional.of(parameters);
      }
      if (i >= path.size()) {
        return Optional.empty();
      }
      if (segment.startsWith("{")) {
        parameters.put(segment.substring(1, segment.length() - 1), path.get(i));
      } else if (!segment.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return path.size() == segments.size() ? Optional.of(parameters) : Optional.empty();
  }
}
