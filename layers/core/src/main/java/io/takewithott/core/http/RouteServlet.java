package io.takewithott.core.http;

import com.amazonaws.serverless.proxy.RequestReader;
import com.amazonaws.serverless.proxy.model.HttpApiV2ProxyRequest;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.database.DatabaseException;
import io.takewithott.core.envelope.EnvelopeException;
import io.takewithott.core.lambda.Budget;
import io.takewithott.core.metrics.Measured;
import io.takewithott.core.metrics.Metric;
import io.takewithott.core.objects.ObjectStoreException;
import io.takewithott.core.queue.QueueException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the route, calls it, and turns whatever happens into an answer and one log line. */
final class RouteServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(RouteServlet.class);
  private static final long NANOS_PER_MILLI = 1_000_000;

  private static final int CLIENT_ERROR = 4;
  private static final int SERVER_ERROR = 5;

  private final transient Routes routes;
  private final String service;
  private final transient Budget budget;
  private final transient Edge edge;
  private final transient LongSupplier nanoClock;

  /**
   * @param service by which requests are told apart in metrics
   */
  RouteServlet(Routes routes, String service, Budget budget, Edge edge, LongSupplier nanoClock) {
    this.routes = routes;
    this.service = service;
    this.budget = budget;
    this.edge = edge;
    this.nanoClock = nanoClock;
  }

  @Override
  protected void service(HttpServletRequest servletRequest, HttpServletResponse servletResponse)
      throws IOException {
    long start = nanoClock.getAsLong();
    HttpEvent event =
        new HttpEvent(
            (HttpApiV2ProxyRequest)
                servletRequest.getAttribute(RequestReader.HTTP_API_EVENT_PROPERTY));
    String method = servletRequest.getMethod();
    Outcome outcome = answer(servletRequest, event, method);
    String accepted = servletRequest.getHeader("accept-encoding");
    send(Compression.of(outcome.response, method, accepted), servletResponse);
    long millis = (nanoClock.getAsLong() - start) / NANOS_PER_MILLI;
    LOG.atInfo()
        .addKeyValue("method", method)
        .addKeyValue("route", outcome.route)
        .addKeyValue("status", outcome.response.status())
        .addKeyValue(Measured.KEY, measured(outcome.response.status() / 100, millis))
        .log("request served");
  }

  /** By the function alone: routes and their answers are many, and stand in the line. */
  private Measured measured(int statusClass, long millis) {
    return Measured.of(Metric.REQUEST_MILLIS, millis, service)
        .and(Metric.DATABASE_CALLS, budget.databaseCalls())
        .and(Metric.CLIENT_ERRORS, statusClass == CLIENT_ERROR ? 1 : 0)
        .and(Metric.SERVER_ERRORS, statusClass == SERVER_ERROR ? 1 : 0);
  }

  private Outcome answer(HttpServletRequest servletRequest, HttpEvent event, String method) {
    String route = "none";
    try {
      Routes.Match match = routes.find(method, event.rawPath());
      route = match.route().template();
      Request request = new Request(servletRequest, match.parameters(), event, edge);
      return new Outcome(route, match.route().handler().handle(request));
    } catch (AppException failure) {
      if (failure.code().status() >= 500) {
        LOG.atWarn().setCause(failure).log("the request failed");
      }
      return new Outcome(route, failed(failure, event));
    } catch (DatabaseException failure) {
      return new Outcome(route, failed(translated(failure), event));
    } catch (ObjectStoreException | QueueException | EnvelopeException failure) {
      LOG.atError().setCause(failure).log("a service failed");
      return new Outcome(
          route,
          failed(
              new AppException(
                  ErrorCode.UNAVAILABLE, "Something we depend on is down; try again in a moment"),
              event));
    } catch (RuntimeException defect) {
      LOG.atError().setCause(defect).log("the request met a defect");
      return new Outcome(
          route, failed(new AppException(ErrorCode.INTERNAL, "Something went wrong here"), event));
    }
  }

  private static AppException translated(DatabaseException failure) {
    LOG.atError()
        .setCause(failure)
        .addKeyValue("kind", failure.kind().name())
        .log("the database call failed");
    return switch (failure.kind()) {
      case UNAVAILABLE, TIMEOUT, SERIALIZATION_FAILURE, UNKNOWN_OUTCOME ->
          new AppException(
              ErrorCode.UNAVAILABLE, "The database did not answer in time; try again in a moment");
      default -> new AppException(ErrorCode.INTERNAL, "Something went wrong here");
    };
  }

  private static Response failed(AppException failure, HttpEvent event) {
    Response response = Response.error(failure, event.requestId());
    if (failure.details().get("allowed") instanceof Iterable<?> allowed
        && failure.code() == ErrorCode.METHOD_NOT_ALLOWED) {
      StringBuilder methods = new StringBuilder();
      allowed.forEach(method -> methods.append(methods.isEmpty() ? "" : ", ").append(method));
      return response.withHeader("allow", methods.toString());
    }
    return response;
  }

  private static void send(Response response, HttpServletResponse servletResponse)
      throws IOException {
    servletResponse.setStatus(response.status());
    response.headers().forEach(servletResponse::setHeader);
    response.cookies().forEach(cookie -> servletResponse.addHeader("Set-Cookie", cookie));
    servletResponse.getOutputStream().write(response.body());
    servletResponse.flushBuffer();
  }

  private record Outcome(String route, Response response) {}
}
