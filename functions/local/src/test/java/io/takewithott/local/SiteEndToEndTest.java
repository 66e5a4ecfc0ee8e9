package io.takewithott.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.takewithott.testing.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The site in a real browser. Leaves screenshots in target/screenshots. */
class SiteEndToEndTest {
  private static RunningWorld world;
  private static Playwright playwright;
  private static Browser browser;

  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    Optional<Path> chromium =
        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(chromium.isPresent(), "There is no Chromium on this machine: the site is not tried");
    world = RunningWorld.start(false);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium.get())
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-dev-shm-usage",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
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

  @Test
  void aPersonJoinsPicksThreeRatesAndSeesTheOrderChange() {
    try (BrowserContext context = desktop()) {
      Page page = open(context);
      assertThat(page.locator(".row li").first()).isVisible();
      page.screenshot(shot("landing"));

      page.getByText("세 편 고르러 가기").click();
      page.locator("[name=nickname]").fill("미나");
      page.locator("[name=email]").fill("mina" + System.nanoTime() + "@example.com");
      page.locator("[name=password]").fill("correct horse");
      page.screenshot(shot("join"));
      page.locator("[type=submit]").click();

      assertThat(page.locator(".grid .card").nth(29)).isVisible();
      for (String title : List.of("살인의 추억", "기생충", "올드보이")) {
        page.locator(".search").fill(title);
        page.locator(".grid .card b", new Page.LocatorOptions().setHasText(title)).first().click();
      }
      page.screenshot(shot("pick"));
      page.getByText("이 셋으로 시작").click();

      Locator status = page.locator(".status span").last();
      assertThat(status).hasText("취향이 모두 반영된 순서입니다.");
      assertThat(page.locator(".row[data-kind=BECAUSE]").first()).isVisible();
      stopMoving(page);
      page.screenshot(shot("home"));
      List<String> before = order(page);

      page.locator(".row li .card").nth(1).click();
      assertThat(page.locator("dialog h2")).isVisible();
      page.screenshot(shot("detail"));
      page.locator("dialog .scale button").nth(0).click();
      assertThat(page.locator("#notice")).isVisible();
      page.waitForFunction(
          "before => [...document.querySelectorAll('[data-title]')].map(item => item.dataset.title).join() !== before",
          String.join(",", before));
      assertThat(status).hasText("취향이 모두 반영된 순서입니다.");
      stopMoving(page);
      page.screenshot(shot("home-after-rating"));

      assertThat(order(page)).isNotEqualTo(before).doesNotContain(before.get(1));
    }
    assertThat(complaints).isEmpty();
  }

  /** The page's policy, the bucket's rule and the link's signature, as a browser applies them. */
  @Test
  void aPageMayPutAPhotoIntoTheBucketAndAskNobodyElse() {
    try (BrowserContext context = desktop()) {
      Page page = open(context);
      Object statuses =
          page.evaluate(
              """
              async (nickname) => {
                const json = (token) => ({'content-type': 'application/json', ...(token && {authorization: `Bearer ${token}`})});
                const post = async (path, body, token) =>
                  (await fetch(path, {method: 'POST', headers: json(token), body: JSON.stringify(body)})).json();
                const {accessToken} = await post('/accounts', {email: `${nickname}@example.com`, password: 'correct horse', nickname});
                const canvas = new OffscreenCanvas(80, 60);
                canvas.getContext('2d').fillRect(0, 0, 80, 60);
                const photo = await canvas.convertToBlob({type: 'image/png'});
                const {upload, method, url, headers} =
                  await post('/me/photo/uploads', {contentType: 'image/png', bytes: photo.size}, accessToken);
                const put = await fetch(url, {method, headers, body: photo});
                const {picture} = await post('/me/photo', {upload}, accessToken);
                const shown = await fetch(picture.large);
                const elsewhere = await fetch(url.replace('127.0.0.1', 'localhost'), {method}).catch(() => ({status: 'refused'}));
                return `${put.status} ${shown.status} ${shown.headers.get('content-type')} ${elsewhere.status}`;
              }
              """,
              "photo" + System.nanoTime());
      assertThat(statuses).isEqualTo("200 200 image/jpeg refused");
    }
    assertThat(complaints)
        .isNotEmpty()
        .allMatch(complaint -> complaint.contains("Content Security Policy"));
  }

  @Test
  void thePageFitsAPhone() {
    try (BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions().setViewportSize(390, 844).setDeviceScaleFactor(2))) {
      Page page = open(context);
      assertThat(page.locator(".row li").first()).isVisible();
      page.screenshot(shot("phone"));

      Object overflow =
          page.evaluate(
              "document.documentElement.scrollWidth - document.documentElement.clientWidth");
      assertThat(overflow).isEqualTo(0);
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void aWrongPasswordIsSaidInWords() {
    try (BrowserContext context = desktop()) {
      Page page = open(context);
      page.navigate(world.address("/#/enter").toString());
      page.locator("[name=email]").fill("nobody@example.com");
      page.locator("[name=password]").fill("whatever it is");
      page.locator("[type=submit]").click();

      assertThat(page.locator(".problem")).hasText("이메일이나 비밀번호가 맞지 않아요.");
    }
  }

  @Test
  void aForgottenPasswordIsReplacedByTheLinkInTheMailbox() throws Exception {
    RunningWorld.Member member = world.join("forgetful");
    try (BrowserContext context = desktop()) {
      Page page = open(context);
      page.navigate(world.address("/#/forgot").toString());
      page.locator("[name=email]").fill(member.email());
      page.locator("[type=submit]").click();
      assertThat(page.locator("h1")).hasText("메일을 확인해 주세요");

      String link = world.resetLink(member);
      page.navigate(link);
      page.locator("[name=password]").fill("another horse");
      page.locator("[type=submit]").click();
      assertThat(page.locator("h1")).hasText("비밀번호를 바꿨어요");
      page.navigate(world.address("/_local/mailbox").toString());
      assertThat(page.locator("article").first()).isVisible();
      page.screenshot(shot("mailbox"));

      page.navigate(world.address("/#/enter").toString());
      page.locator("[name=email]").fill(member.email());
      page.locator("[name=password]").fill("another horse");
      page.locator("[type=submit]").click();
      assertThat(page.getByText("세 편을 골라 주세요").first()).isVisible();
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void aSessionIsRenewedByItsCookieAndEndsWithTheLogOut() {
    try (BrowserContext context = desktop()) {
      Page page = open(context);
      page.navigate(world.address("/#/join").toString());
      page.locator("[name=nickname]").fill("renewed" + System.nanoTime());
      page.locator("[name=email]").fill("renewed" + System.nanoTime() + "@example.com");
      page.locator("[name=password]").fill("correct horse");
      page.locator("[type=submit]").click();
      assertThat(page.locator(".grid .card").first()).isVisible();
      String before = stored(page, "accessToken");
      assertThat(page.evaluate("document.cookie")).isEqualTo("");

      page.evaluate(
          "localStorage.setItem('two.session', JSON.stringify({ ...JSON.parse(localStorage.getItem('two.session')), expiresAt: '2020-01-01T00:00:00Z' }))");
      page.reload();
      assertThat(page.locator(".grid .card").first()).isVisible();
      assertThat(stored(page, "accessToken")).isNotEqualTo(before);

      page.waitForResponse("**/sessions/current", () -> page.getByText("로그아웃").click());
      assertThat(page.getByText("가입").first()).isVisible();
      assertThat(context.cookies()).isEmpty();
    }
  }

  private static String stored(Page page, String member) {
    return (String)
        page.evaluate("member => JSON.parse(localStorage.getItem('two.session'))[member]", member);
  }

  private static BrowserContext desktop() {
    return browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900));
  }

  private Page open(BrowserContext context) {
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.navigate(world.address("/").toString());
    return page;
  }

  /**
   * Waits until the cards have glided to their places; one that is replaced meanwhile never
   * arrives.
   */
  private static void stopMoving(Page page) {
    page.evaluate(
        """
        Promise.race([
          Promise.allSettled(document.getAnimations().map(animation => animation.finished)),
          new Promise(resume => setTimeout(resume, 1500)),
        ]).then(() => null)
        """);
  }

  @SuppressWarnings("unchecked")
  private static List<String> order(Page page) {
    return (List<String>)
        page.evaluate(
            "[...document.querySelectorAll('[data-title]')].map(item => item.dataset.title)");
  }

  private static Page.ScreenshotOptions shot(String name) {
    return new Page.ScreenshotOptions()
        .setPath(
            Checkout.root().resolve("functions/local/target/screenshots").resolve(name + ".png"));
  }
}
