package io.takewithott.local.contract;

import io.takewithott.local.gateway.AccessLog;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sees what is asked of the gateway and answered, and compares it with the description. */
public final class Witness implements AccessLog {
  /** Of each route; the first say enough. */
  private static final int MOST_PROBLEMS = 5;

  private final ExchangeCheck check;
  private final List<Entry> asked = new CopyOnWriteArrayList<>();
  private final Map<String, Set<String>> problems = new TreeMap<>();
  private final Set<String> succeeded = new TreeSet<>();

  public Witness() {
    this.check = new ExchangeCheck(ApiDescription.served());
  }

  @Override
  public void answered(Entry entry) {
    asked.add(entry);
  }

  @Override
  public void exchanged(Exchange exchange) {
    Iterable<String> found = problems(exchange);
    synchronized (this) {
      if (exchange.status() < 400) {
        succeeded.add(exchange.routeKey());
      }
      for (String problem : found) {
        Set<String> known = problems.computeIfAbsent(exchange.routeKey(), route -> new TreeSet<>());
        if (known.size() < MOST_PROBLEMS) {
          known.add(problem);
        }
      }
    }
  }

  /** The gateway's own log. */
  public List<Entry> asked() {
    return asked;
  }

  /** Whoever asks hears nothing of what goes wrong here. */
  private Iterable<String> problems(Exchange exchange) {
    try {
      return check.problems(exchange);
    } catch (RuntimeException unreadable) {
      return List.of(exchange.status() + " cannot be read: " + unreadable);
    }
  }

  /** The routes that were answered as they are meant to be at least once. */
  public synchronized Set<String> succeeded() {
    return new TreeSet<>(succeeded);
  }

  /**
   * Says what does not fit.
   *
   * @throws AssertionError if anything does not
   */
  public synchronized void requireAsDescribed() {
    if (!problems.isEmpty()) {
      StringBuilder text =
          new StringBuilder(
              "The API does not answer as it is described in functions/web/src/main/openapi:");
      problems.forEach(
          (route, found) -> {
            text.append("\n  ").append(route);
            found.forEach(problem -> text.append("\n    ").append(problem));
          });
      throw new AssertionError(text.toString());
    }
  }
}
