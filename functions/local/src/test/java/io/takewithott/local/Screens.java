package io.takewithott.local;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a picture of every page at the sizes of a phone, a laptop and a television, as {@code mvn
 * -Pscreens} does: to be looked at.
 */
final class Screens {
  /** What a page shows has come, and clips have begun to move. */
  private static final int SETTLED_MILLIS = 900;

  private static final List<Size> SIZES =
      List.of(
          new Size("phone-small", 320, 640),
          new Size("phone", 390, 844),
          new Size("laptop", 1366, 768),
          new Size("desktop", 1920, 1080),
          new Size("tv", 2560, 1440));

  private static final List<String> MEMBERS_PAGES =
      List.of(
          "/party",
          "/party/new",
          "/party/card",
          "/my-parties",
          "/notices",
          "/lists",
          "/lists?list=ratings",
          "/import",
          "/taste",
          "/followers",
          "/board",
          "/board/new",
          "/settings");

  private final RunningWorld world;
  private final Chromium chromium;
  private final Path folder;

  private Screens(RunningWorld world, Chromium chromium, Path folder) {
    this.world = world;
    this.chromium = chromium;
    this.folder = folder;
  }

  /**
   * @param arguments the folder
   */
  public static void main(String[] arguments) throws Exception {
    if (!Chromium.isHere()) {
      throw new IllegalStateException("There is no Chromium on this machine to take pictures with");
    }
    try (RunningWorld world = RunningWorld.start(false);
        Chromium chromium = Chromium.start()) {
      new Screens(world, chromium, Path.of(arguments[0])).take();
    }
  }

  private void take() throws Exception {
    long titleId =
        world.call("GET", "/titles?limit=5", null, null).body().at("/titles/4/titleId").asLong();
    long personId =
        world
            .call("GET", "/titles/" + titleId, null, null)
            .body()
            .at("/credits/0/personId")
            .asLong();
    List<Shot> visitors = new ArrayList<>();
    visitors.add(new Shot("landing", "/"));
    visitors.add(new Shot("join", "/join"));
    visitors.add(new Shot("log-in", "/login"));
    visitors.add(new Shot("log-in-taken", "/login?socialError=EMAIL_TAKEN&provider=kakao"));
    visitors.add(new Shot("forgot", "/forgot"));
    visitors.add(new Shot("search", "/find"));
    visitors.add(new Shot("search-line", "/find?q=" + encoded("밥은 먹고 다니냐")));
    visitors.add(new Shot("search-person", "/find?q=" + encoded("송강호")));
    visitors.add(new Shot("browse", "/browse?genre=drama"));
    visitors.add(new Shot("genre", "/genre/thriller"));
    visitors.add(new Shot("person", "/person/" + personId));
    visitors.add(new Shot("unknown", "/no/such/page"));
    List<Shot> members = new ArrayList<>();
    members.add(new Shot("home", "/"));
    members.add(new Shot("pick", "/pick"));
    members.add(new Shot("title", "/title/" + titleId));
    members.add(new Shot("worth", "/worth"));
    members.add(new Shot("sources", "/sources"));
    for (String page : MEMBERS_PAGES) {
      members.add(new Shot(page.replaceAll("[^a-z-]+", "-").substring(1), page));
    }
    members.add(new Shot("plan", "/plan?titles=" + wishes()));
    for (Size size : SIZES) {
      visit(size, visitors, false);
      visit(size, members, true);
    }
  }

  private void visit(Size size, List<Shot> shots, boolean member) throws Exception {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions()
            .setViewportSize(size.width, size.height)
            .setHasTouch(size.width < 500);
    try (BrowserContext context = chromium.newVisitor(options);
        Visit visit = Visit.begin(world, context)) {
      if (member) {
        visit.isAtHome("screens");
      }
      for (Shot shot : shots) {
        visit.open(shot.path);
        settle(visit.page());
        visit
            .page()
            .screenshot(
                new Page.ScreenshotOptions()
                    .setPath(folder.resolve(shot.name + "-" + size.name + ".png")));
      }
    }
  }

  /** Nothing comes any more, or it never ends; and no skeleton is left. */
  private static void settle(Page page) {
    try {
      page.waitForLoadState(
          LoadState.NETWORKIDLE, new Page.WaitForLoadStateOptions().setTimeout(5_000));
      page.locator("main .bone")
          .first()
          .waitFor(
              new Locator.WaitForOptions()
                  .setState(WaitForSelectorState.DETACHED)
                  .setTimeout(5_000));
    } catch (PlaywrightException stillMoving) {
      // The picture shows what is there.
    }
    page.waitForTimeout(SETTLED_MILLIS);
  }

  private String wishes() throws Exception {
    List<String> ids = new ArrayList<>();
    world
        .call("GET", "/titles?limit=9", null, null)
        .body()
        .path("titles")
        .forEach(title -> ids.add(title.path("titleId").asText()));
    return String.join(",", ids);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private record Size(String name, int width, int height) {}

  private record Shot(String name, String path) {}
}
