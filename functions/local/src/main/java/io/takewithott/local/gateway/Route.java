package io.takewithott.local.gateway;

import io.takewithott.local.template.HttpRoute;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A route made ready for matching. Segments are compared as sent, so an encoded slash stays inside
 * its segment.
 */
record Route(HttpRoute definition, String functionLogicalId, List<String> segments) {

  static Route of(HttpRoute definition, String functionLogicalId) {
    List<String> segments =
        definition.path().equals(HttpRoute.DEFAULT) ? List.of() : segments(definition.path());
    return new Route(definition, functionLogicalId, segments);
  }

  /** "/a/b" is [a, b]; "/" is [""], so that it differs from nothing at all. */
  static List<String> segments(String path) {
    return Arrays.asList(path.substring(path.startsWith("/") ? 1 : 0).split("/", -1));
  }

  boolean isDefault() {
    return definition.path().equals(HttpRoute.DEFAULT);
  }

  boolean greedy() {
    return !segments.isEmpty() && isGreedy(segments.get(segments.size() - 1));
  }

  boolean anyMethod() {
    return definition.method().equals(HttpRoute.ANY);
  }

  boolean accepts(String method) {
    return isDefault() || anyMethod() || definition.method().equals(method);
  }

  /** The path parameters as sent, if the path fits; the default route fits everything. */
  Optional<Map<String, String>> match(List<String> path) {
    if (isDefault()) {
      return Optional.of(Map.of());
    }
    if (greedy() ? path.size() < segments.size() : path.size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < segments.size(); i++) {
      String segment = segments.get(i);
      String sent =
          isGreedy(segment) ? String.join("/", path.subList(i, path.size())) : path.get(i);
      if (isParameter(segment)) {
        if (sent.isEmpty()) {
          return Optional.empty();
        }
        parameters.put(segment.substring(1, segment.length() - (isGreedy(segment) ? 2 : 1)), sent);
      } else if (!segment.equals(PercentEncoding.decodeOrSame(sent))) {
        return Optional.empty();
      }
    }
    return Optional.of(parameters);
  }

  /** Orders routes that fit the same path, the one API Gateway takes first. */
  List<Integer> rank() {
    List<Integer> rank = new ArrayList<>();
    rank.add(isDefault() ? 2 : greedy() ? 1 : 0);
    segments.forEach(segment -> rank.add(isGreedy(segment) ? 2 : isParameter(segment) ? 1 : 0));
    rank.add(anyMethod() ? 1 : 0);
    return rank;
  }

  private static boolean isParameter(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }

  private static boolean isGreedy(String segment) {
    return segment.startsWith("{") && segment.endsWith("+}");
  }
}
