package io.takewithott.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import io.takewithott.local.Stop.Answers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every page of the site, also where it is empty or the API is down, as small and as large as
 * screens are: for everybody, in one piece, and without a complaint from the browser.
 */
@ExtendWith(SiteWorld.class)
class SiteTourEndToEndTest {
  private static final int NARROWEST = 320;
  private static final int WIDEST = 2560;

  /** Headings of the page, or of the dialog that lies over it. */
  private static final String HEADINGS =
      "(document.querySelector('dialog[open]') ?? document).querySelectorAll('h1').length";

  private final List<String> findings = new ArrayList<>();

  @Test
  void everyPageIsForEverybodyFitsAndHasNothingToComplainAbout(
      RunningWorld world, Visit one, Visit two, Visit three, Visit four, Visit five)
      throws Exception {
    Axe axe = Axe.load();
    Neighbourhood here = Neighbourhood.settle(world);
    Iterator<Visit> arrivals = List.of(one, two, three, four, five).iterator();
    Rounds rounds = new Rounds(here, () -> holdStill(arrivals.next()));

    for (Stop stop : Tour.of(here)) {
      Visit visit = rounds.at(stop);
      Page page = visit.page();
      fits(stop, visit, NARROWEST);
      axe.violations(page).forEach(violation -> found(stop, violation));
      page.setViewportSize(WIDEST, 1440);
      fits(stop, visit, WIDEST);
      named(stop, page);
      quiet(stop, visit);
      page.setViewportSize(NARROWEST, 640);
    }

    assertThat(findings).isEmpty();
  }

  /** Who wants little motion sees each page at rest at once. */
  private static Visit holdStill(Visit visit) {
    visit.page().setViewportSize(NARROWEST, 640);
    visit
        .page()
        .emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    return visit;
  }

  private void fits(Stop stop, Visit visit, int width) {
    int overflow = visit.overflow();
    if (overflow > 0) {
      found(stop, "is " + overflow + " px wider than " + width);
    }
  }

  private void named(Stop stop, Page page) {
    int headings = (Integer) page.evaluate(HEADINGS);
    if (headings != 1 && stop.answers() == Answers.COME) {
      found(stop, "has " + headings + " headings of the first level");
    }
    String title = page.title();
    if (!title.endsWith("Take With OTT")
        || (title.equals("Take With OTT")
            && stop.answers() == Answers.COME
            && !stop.pattern().equals("/"))) {
      found(stop, "is called " + title);
    }
  }

  private void quiet(Stop stop, Visit visit) {
    for (String complaint : visit.newComplaints()) {
      boolean expected =
          stop.answers() != Answers.COME && complaint.startsWith("Failed to load resource");
      if (!expected) {
        found(stop, complaint);
      }
    }
  }

  private void found(Stop stop, String what) {
    findings.add(stop.name() + ": " + what);
  }
}
