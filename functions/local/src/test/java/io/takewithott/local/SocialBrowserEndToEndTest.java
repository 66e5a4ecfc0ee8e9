package io.takewithott.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.takewithott.testing.Checkout;
import java.util.regex.Pattern;
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
  private static Chromium chromium;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(Chromium.isHere(), "There is no Chromium on this machine");
    world = SocialWorld.start(false);
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
    if (world != null) {
      world.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"kakao", "naver", "facebook"})
  void aPersonPressesTheButtonAgreesAndIsLoggedIn(String provider) {
    try (BrowserContext context = chromium.newVisitor(new Browser.NewContextOptions())) {
      Page page = context.newPage();
      page.navigate(world.address() + "/login");
      page.locator(".social-" + provider).click();
      page.waitForURL(url -> !url.startsWith(world.address().toString()));
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(
                  Checkout.root()
                      .resolve("functions/local/target/screenshots/consent-" + provider + ".png")));
      page.getByText("박서연").click();
      page.getByText("동의하고 계속").click();

      assertThat(page.locator(".pick h1")).hasText("최애 세 편을 골라 주세요");
      assertThat(page).hasURL(Pattern.compile("/pick$"));
      assertThat(
              page.evaluate(
                  "fetch('/sessions/refresh', {method: 'POST'}).then(answer => answer.status)"))
          .isEqualTo(200);
      assertThat(page.evaluate("document.cookie").toString()).doesNotContain("two-");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"kakao", "naver", "facebook"})
  void whoDoesNotAgreeIsToldWhatElseTheyCanDo(String provider) {
    try (BrowserContext context = chromium.newVisitor(new Browser.NewContextOptions())) {
      Page page = context.newPage();
      page.navigate(world.address() + "/?socialError=CONSENT_DENIED&provider=" + provider);

      assertThat(page.locator(".problem")).containsText("이메일로 로그인할 수 있어요.");
      assertThat(page.locator(".social")).hasCount(3);
    }
  }
}
