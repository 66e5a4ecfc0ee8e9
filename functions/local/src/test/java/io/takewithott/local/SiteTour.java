package io.takewithott.local;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Through what the site is made of. */
final class SiteTour {
  private static final Pattern SCRIPT = Pattern.compile("/assets/app-[A-Z0-9]+[.]js");

  private final RouteTour tour;

  SiteTour(RouteTour tour) {
    this.tour = tour;
  }

  void run() throws Exception {
    Matcher script = SCRIPT.matcher(new Browser(tour.world().address("/")).get("/").body());
    if (!script.find()) {
      throw new IllegalStateException("The page names no script");
    }
    tour.get(script.group(), null);
    tour.get("/openapi.json", null);
    tour.get("/title/1001", null);
  }
}
