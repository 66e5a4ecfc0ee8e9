package io.takewithott.local;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.takewithott.local.Stop.Answers;
import io.takewithott.local.Stop.Who;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Goes to one stop of the {@link Tour} after the other, each as who it is meant for. */
final class Rounds {
  private static final String ALL = "**/*";
  private static final Set<String> OF_THE_API = Set.of("fetch", "xhr");

  /** Everything that was asked for is there: a heading, and nothing that holds a place. */
  private static final String SETTLED =
      "() => document.querySelector('main h1, dialog h1, main [role=alert]')"
          + " && !document.querySelector('main .bone, dialog .bone, main [aria-busy=true]')";

  /** Only the code of the page has come. */
  private static final String BEGUN = "() => document.querySelector('main .bone, dialog .bone')";

  private final Neighbourhood here;
  private final Supplier<Visit> arrivals;
  private final Map<Who, Visit> visits = new EnumMap<>(Who.class);

  /**
   * @param arrivals somebody who has never been here
   */
  Rounds(Neighbourhood here, Supplier<Visit> arrivals) {
    this.here = here;
    this.arrivals = arrivals;
  }

  /** The page as it is when everything has come that comes. */
  Visit at(Stop stop) {
    Visit visit = visits.computeIfAbsent(stop.who(), this::arrive);
    visit.newComplaints();
    Page page = visit.page();
    page.unrouteAll();
    if (stop.answers() == Answers.FAIL) {
      page.route(ALL, Rounds::fail);
    } else if (stop.answers() == Answers.LATE) {
      page.route(ALL, Rounds::keepWaiting);
    }
    visit.open(stop.path());
    page.waitForFunction(stop.answers() == Answers.LATE ? BEGUN : SETTLED);
    return visit;
  }

  private Visit arrive(Who who) {
    Visit visit = arrivals.get();
    switch (who) {
      case VISITOR -> {}
      case MEMBER -> visit.logIn(here.mina());
      case NEWCOMER -> visit.logIn(here.sora());
      case HOST -> visit.logIn(here.jun());
      case ADMINISTRATOR -> visit.logIn(here.desk());
    }
    return visit;
  }

  private static void fail(Route route) {
    if (OF_THE_API.contains(route.request().resourceType())) {
      route.fulfill(
          new Route.FulfillOptions()
              .setStatus(503)
              .setContentType("application/json")
              .setBody("{\"error\":{\"code\":\"UNAVAILABLE\",\"message\":\"down\"}}"));
    } else {
      route.resume();
    }
  }

  private static void keepWaiting(Route route) {
    if (!OF_THE_API.contains(route.request().resourceType())) {
      route.resume();
    }
  }
}
