package io.takewithott.core.http;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The route table of one function: method and path template to handler, first match wins. */
public final class Routes {
  private final List<Route> routes;

  private Routes(List<Route> routes) {
    this.routes = List.copyOf(routes);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** {@code METHOD /path/{template}} of every route, in the order of the table. */
  public List<String> keys() {
    return routes.stream().map(route -> route.method() + " " + route.template()).toList();
  }

  /**
   * @throws AppException NOT_FOUND where no template fits the path, METHOD_NOT_ALLOWED with the
   *     allowed ones where only the method does not fit
   */
  Match find(String method, String path) {
    List<String> segments = Route.split(path.startsWith("/") ? path : "/" + path);
    TreeSet<String> allowed = new TreeSet<>();
    for (Route route : routes) {
      Optional<Map<String, String>> parameters = route.match(segments);
      if (parameters.isPresent() && route.method().equals(method)) {
        return new Match(route, parameters.get());
      }
      parameters.ifPresent(ignored -> allowed.add(route.method()));
    }
    if (allowed.isEmpty()) {
      throw new AppException(ErrorCode.NOT_FOUND, "There is nothing at " + path);
    }
    throw new AppException(
        ErrorCode.METHOD_NOT_ALLOWED,
        path + " does not take " + method,
        Map.of("allowed", List.copyOf(allowed)));
  }

  record Match(Route route, Map<String, String> parameters) {}

  /** Collects routes in order. */
  public static final class Builder {
    private final List<Route> routes = new ArrayList<>();
    private Runnable afterChange = () -> {};

    private Builder() {}

    /**
     * What is done after every request that may have changed something, also one that failed, to
     * the routes added from here on.
     */
    public Builder afterChange(Runnable task) {
      afterChange = task;
      return this;
    }

    public Builder get(String template, RouteHandler handler) {
      return add("GET", template, handler);
    }

    public Builder post(String template, RouteHandler handler) {
      return add("POST", template, handler);
    }

    public Builder put(String template, RouteHandler handler) {
      return add("PUT", template, handler);
    }

    public Builder patch(String template, RouteHandler handler) {
      return add("PATCH", template, handler);
    }

    public Builder delete(String template, RouteHandler handler) {
      return add("DELETE", template, handler);
    }

    private Builder add(String method, String template, RouteHandler handler) {
      routes.add(new Route(method, template, method.equals("GET") ? handler : changing(handler)));
      return this;
    }

    private RouteHandler changing(RouteHandler handler) {
      Runnable after = afterChange;
      return request -> {
        try {
          return handler.handle(request);
        } finally {
          after.run();
        }
      };
    }

    public Routes build() {
      return new Routes(routes);
    }
  }
}
