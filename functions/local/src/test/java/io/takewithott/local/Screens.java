package io.takewithott.local;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a picture of every page at the sizes of a phone, a laptop and a television, as {@code mvn
 * -Pscreens} does: to be looked at.
 */
final class Screens {
  /** For what fades in. */
  private static final int SETTLED_MILLIS = 500;

  private static final List<Size> SIZES =
      List.of(
          new Size("phone", 390, 844), new Size("laptop", 1366, 768), new Size("tv", 2560, 1440));

  private final RunningWorld world;
  private final Chromium chromium;
  private final Path folder;
  private final String only;

  private Screens(RunningWorld world, Chromium chromium, Path folder, String only) {
    this.world = world;
    this.chromium = chromium;
    this.folder = folder;
    this.only = only;
  }

  /**
   * @param arguments the folder; if not all is wanted, how the names of the pictures begin
   */
  public static void main(String[] arguments) throws Exception {
    if (!Chromium.isHere()) {
      throw new IllegalStateException("There is no Chromium on this machine to take pictures with");
    }
    try (RunningWorld world = RunningWorld.start(false);
        Chromium chromium = Chromium.start()) {
      new Screens(world, chromium, Path.of(arguments[0]), arguments.length > 1 ? arguments[1] : "")
          .take();
    }
  }

  private void take() throws Exception {
    Neighbourhood here = Neighbourhood.settle(world);
    List<Stop> stops = Tour.of(here);
    for (Size size : SIZES) {
      List<Visit> visits = new ArrayList<>();
      Rounds rounds = new Rounds(here, () -> arrive(size, visits));
      for (Stop stop : stops) {
        if (stop.name().startsWith(only)) {
          Visit visit = rounds.at(stop);
          settle(visit.page());
          shoot(visit.page(), stop.name() + "-" + size.name);
        }
      }
      visits.forEach(Visit::close);
    }
  }

  private Visit arrive(Size size, List<Visit> visits) {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions()
            .setViewportSize(size.width, size.height)
            .setHasTouch(size.width < 500);
    Visit visit = Visit.begin(world, chromium.newVisitor(options));
    visits.add(visit);
    return visit;
  }

  private void shoot(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
  }

  /** The pictures on the page have come, and clips have begun to move. */
  private static void settle(Page page) {
    try {
      page.waitForLoadState(
          LoadState.NETWORKIDLE, new Page.WaitForLoadStateOptions().setTimeout(3_000));
    } catch (PlaywrightException stillMoving) {
      // The picture shows what is there.
    }
    page.waitForTimeout(SETTLED_MILLIS);
  }

  private record Size(String name, int width, int height) {}
}
