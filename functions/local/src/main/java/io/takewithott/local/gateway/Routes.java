package io.takewithott.local.gateway;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The routing table. As API Gateway documents it, a full match comes before a greedy one and that
 * before $default; among full matches the first segment that differs decides, text before a
 * parameter; for the same path a route for the method comes before ANY.
 */
final class Routes {

  /**
   * @param parameters path parameters as sent, not yet decoded
   */
  record Match(Route route, Map<String, String> parameters) {}

  private final List<Route> ordered;

  Routes(List<Route> routes) {
    this.ordered =
        routes.stream().sorted(Comparator.comparing(Route::rank, Routes::compare)).toList();
  }

  private static int compare(List<Integer> left, List<Integer> right) {
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int order = left.get(i).compareTo(right.get(i));
      if (order != 0) {
        return order;
      }
    }
    // Of two greedy routes the longer has the longer prefix.
    return Integer.compare(right.size(), left.size());
  }

  Optional<Match> find(String method, String rawPath) {
    List<String> path = Route.segments(rawPath);
    for (Route route : ordered) {
      if (route.accepts(method)) {
        Optional<Map<String, String>> parameters = route.match(path);
        if (parameters.isPresent()) {
          return Optional.of(new Match(route, parameters.get()));
        }
      }
    }
    return Optional.empty();
  }
}
