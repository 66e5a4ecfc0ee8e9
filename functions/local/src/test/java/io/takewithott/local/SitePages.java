package io.takewithott.local;

import io.takewithott.testing.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Every page of the site, out of the site's own list, so that none is forgotten. */
final class SitePages {
  private static final Pattern ROUTE = Pattern.compile("(?m)^ *route\\('([^']+)',.*\\),$");
  private static final Pattern ANY_ROUTE = Pattern.compile("\\broute\\(");

  private SitePages() {}

  /** Patterns such as {@code /title/:id}. */
  static List<String> patterns() throws IOException {
    String source =
        Files.readString(Checkout.root().resolve("functions/web/src/main/site/pages/routes.ts"));
    List<String> patterns = ROUTE.matcher(source).results().map(found -> found.group(1)).toList();
    long routes = ANY_ROUTE.matcher(source).results().map(MatchResult::group).count();
    if (patterns.size() != routes) {
      throw new IllegalStateException(
          "Of " + routes + " routes in routes.ts only " + patterns.size() + " are understood");
    }
    return patterns;
  }
}
