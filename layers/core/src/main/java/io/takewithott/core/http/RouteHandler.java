package io.takewithott.core.http;

/** Answers the requests of one route. */
@FunctionalInterface
public interface RouteHandler {
  Response handle(Request request);
}
