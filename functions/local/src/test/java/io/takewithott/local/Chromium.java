package io.takewithott.local;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A real browser, where this machine has one. It downloads nothing. */
final class Chromium implements AutoCloseable {
  private static final List<String> PLACES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          // A microphone that hums, and that nobody has to be asked for.
          "--use-fake-device-for-media-stream",
          "--use-fake-ui-for-media-stream");

  /** A machine that does something else as well takes its time. */
  private static final int PATIENCE_MILLIS = 20_000;

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static boolean isHere() {
    return executable().isPresent();
  }

  static Chromium start() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return new Chromium(
        playwright,
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable().orElseThrow())
                    .setArgs(ARGUMENTS)));
  }

  /** Somebody's browser, who has never been here. */
  BrowserContext newVisitor(Browser.NewContextOptions options) {
    return browser.newContext(options.setLocale("ko-KR").setTimezoneId("Asia/Seoul"));
  }

  @Override
  public void close() {
    playwright.close();
  }

  private static Optional<Path> executable() {
    return PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
  }
}
