package io.takewithott.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.takewithott.testing.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The way to a provider and back in a real browser, which has its own mind about cookies between
 * sites. Leaves screenshots of the consent pages in target/screenshots.
 */
class SocialBrowserEndToEndTest {
  private static SocialWorld world;
  private static Playwright playwright;
  private static Browser chromium;

  @BeforeAll
  static void start() throws Exception {
    Optional<Path> executable =
        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(executable.isPresent(), "There is no Chromium on this machine");
    world = SocialWorld.start(false);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable.get())
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
  }

  @AfterAll
  static void stop() {
    if (playwright != null) {
      playwright.close();
    }
    if (world != null) {
      world.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"kakao", "naver", "facebook"})
  void aPersonAgreesAndIsLoggedIn(String provider) {
    try (BrowserContext context = chromium.newContext()) {
      Page page = context.newPage();
      page.navigate(world.address() + "/social/" + provider + "/start?returnTo=%2F%23%2Fme");
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(
                  Checkout.root()
                      .resolve("functions/local/target/screenshots/consent-" + provider + ".png")));
      page.getByText("박서연").click();
      page.getByText("동의하고 계속").click();
      page.waitForURL(url -> url.startsWith(world.address().toString()));

      assertThat(page.url()).startsWith(world.address() + "/?social=joined&provider=" + provider);
      assertThat(
              page.evaluate(
                  "fetch('/sessions/refresh', {method: 'POST'}).then(answer => answer.status)"))
          .isEqualTo(200);
      assertThat(page.evaluate("document.cookie").toString()).doesNotContain("two-");
    }
  }
}
