package io.takewithott.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.takewithott.testing.Checkout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Somebody at the site, and what their browser complained about. */
final class Visit implements AutoCloseable {
  private static final String PASSWORD = "correct horse";

  private final RunningWorld world;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private Visit(RunningWorld world, BrowserContext context, Page page) {
    this.world = world;
    this.context = context;
    this.page = page;
  }

  static Visit begin(RunningWorld world, BrowserContext context) {
    Visit visit = new Visit(world, context, context.newPage());
    visit.page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            visit.complaints.add(message.text());
          }
        });
    visit.page.onPageError(visit.complaints::add);
    return visit;
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  RunningWorld world() {
    return world;
  }

  Visit open(String path) {
    page.navigate(world.address(path).toString());
    return this;
  }

  Locator find(String selector) {
    return page.locator(selector);
  }

  /** Says that nothing was refused, missing or broken on the way. */
  void nothingWasComplainedAbout() {
    assertThat(complaints).isEmpty();
  }

  List<String> complaints() {
    return complaints;
  }

  /** What was complained about since this was asked before. */
  List<String> newComplaints() {
    List<String> since = List.copyOf(complaints);
    complaints.clear();
    return since;
  }

  /** Signs up in the form, and is then to pick three. */
  String signUp(String name) {
    String nickname = name + Long.toString(System.nanoTime(), Character.MAX_RADIX);
    open("/join");
    find("[name=nickname]").fill(nickname);
    find("[name=email]").fill(nickname + "@example.com");
    find("[name=password]").fill(PASSWORD);
    find("[type=submit]").click();
    assertThat(find(".pick-card").first()).isVisible();
    return nickname;
  }

  /** Has signed up and picked three, by the API, and is at home. */
  RunningWorld.Member isAtHome(String name) throws Exception {
    RunningWorld.Member member = world.join(name);
    var titles = world.call("GET", "/titles?limit=24", null, null).body().path("titles");
    world.call(
        "PUT",
        "/me/picks",
        Map.of(
            "titleIds",
            List.of(
                titles.get(2).path("titleId").asLong(),
                titles.get(9).path("titleId").asLong(),
                titles.get(17).path("titleId").asLong())),
        member.token());
    world.currentHome(member);
    logIn(member);
    assertThat(find(".row[data-kind=FOR_YOU] .card").first()).isVisible();
    return member;
  }

  void logIn(RunningWorld.Member member) {
    open("/login");
    find("[name=email]").fill(member.email());
    find("[name=password]").fill(PASSWORD);
    find("[type=submit]").click();
    page.waitForFunction("() => localStorage.getItem('two.session')");
    page.waitForURL(url -> !url.endsWith("/login"));
  }

  /** The titles on the page, from top to bottom, once all of it is drawn. */
  @SuppressWarnings("unchecked")
  List<String> order() {
    page.waitForFunction("() => document.querySelector('.home-rows[aria-busy=false]')");
    return (List<String>)
        page.evaluate(
            "[...document.querySelectorAll('main .row[data-kind]:not([data-kind=TOP]) [data-title]')]"
                + ".map(item => item.dataset.title)");
  }

  /** Waits until what glides has arrived. */
  void stopMoving() {
    page.evaluate(
        """
        Promise.race([
          Promise.allSettled(document.getAnimations().map(animation => animation.finished)),
          new Promise(resume => setTimeout(resume, 1500)),
        ]).then(() => null)
        """);
  }

  int overflow() {
    return (Integer)
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }

  void shoot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(
                Checkout.root()
                    .resolve("functions/local/target/screenshots")
                    .resolve(name + ".png")));
  }

  @Override
  public void close() {
    context.close();
  }
}
