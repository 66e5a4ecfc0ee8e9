package io.takewithott.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The home page in a real browser: what moves, what plays, and what stays put. */
@ExtendWith(SiteWorld.class)
class SiteHomeEndToEndTest {
  private static final String IS_PLAYING =
      "selector => { const video = document.querySelector(selector);"
          + " return video && !video.paused && video.currentTime > 0.2; }";

  @Test
  void aCardThatIsHoveredPlaysItsClipAndOnlyOneDoes(Visit visit) throws Exception {
    visit.isAtHome("hoverer");
    List<Locator> cards = withClips(visit);

    cards.get(0).hover();
    visit.page().waitForFunction(IS_PLAYING, ".preview video");
    double before = time(visit);
    visit
        .page()
        .waitForFunction(
            "before => document.querySelector('.preview video').currentTime > before + 0.3",
            before);
    assertThat(visit.page().evaluate("document.querySelector('.preview video').muted"))
        .isEqualTo(true);
    visit.shoot("preview");

    cards.get(1).hover();
    visit.page().waitForFunction(IS_PLAYING, ".preview video");
    assertThat(visit.find(".preview")).hasCount(1);

    visit.page().mouse().move(5, 5);
    assertThat(visit.find(".preview")).hasCount(0);
    visit.nothingWasComplainedAbout();
  }

  @Test
  void theHeroPlaysWithoutSoundOnlyWhileItIsSeenAndStopsWhenAsked(Visit visit) throws Exception {
    visit.isAtHome("watcher");
    visit.page().waitForFunction(IS_PLAYING, ".hero video");
    assertThat(visit.page().evaluate("document.querySelector('.hero video').muted"))
        .isEqualTo(true);

    visit.page().evaluate("scrollTo(0, document.body.scrollHeight)");
    visit.page().waitForFunction("() => document.querySelector('.hero video').paused");
    visit.page().evaluate("scrollTo(0, 0)");
    visit.page().waitForFunction(IS_PLAYING, ".hero video");

    visit.page().getByLabel("소리 켜기").click();
    assertThat(visit.page().evaluate("document.querySelector('.hero video').muted"))
        .isEqualTo(false);
    visit.page().getByLabel("멈춤").click();
    visit.page().waitForFunction("() => document.querySelector('.hero video').paused");
  }

  @Test
  void nothingPlaysByItselfForWhoWantsLittleMotion(Visit visit) throws Exception {
    visit
        .page()
        .emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    visit.isAtHome("still");
    withClips(visit).get(0).hover();
    assertThat(visit.find(".preview")).isVisible();

    assertThat(visit.find(".preview video")).hasCount(0);
    assertThat(visit.page().evaluate("document.querySelector('.hero video').paused"))
        .isEqualTo(true);
  }

  @Test
  void theOrderLeansToTheCrowdOrToOnesOwnPicksAndTheAddressKeepsIt(Visit visit) throws Exception {
    visit.isAtHome("leaner");
    List<String> learned = visit.order();

    visit.find(".leaning input").fill("0");
    assertThat(visit.page()).hasURL(Pattern.compile("\\?alpha=0$"));
    visit
        .page()
        .waitForFunction(
            "before => [...document.querySelectorAll('main .row[data-kind]:not([data-kind=TOP])"
                + " [data-title]')].map(item => item.dataset.title).join() !== before",
            String.join(",", learned));
    List<String> crowd = visit.order();
    visit.page().reload();
    assertThat(visit.find(".row[data-kind=FOR_YOU] .card").first()).isVisible();
    assertThat(visit.order()).isEqualTo(crowd);

    visit.page().getByText("원래대로").click();
    assertThat(visit.page()).hasURL(Pattern.compile("/$"));
  }

  @Test
  void withoutANetworkTheLastHomeIsShownAndSaysSo(Visit visit) throws Exception {
    visit.isAtHome("offline");
    visit.page().evaluate("navigator.serviceWorker.ready.then(() => null)");
    visit.page().reload();
    assertThat(visit.find(".row[data-kind=FOR_YOU] .card").first()).isVisible();
    visit.page().waitForFunction("() => caches.has('two-personal')");
    List<String> before = visit.order();

    visit.context().setOffline(true);
    visit.page().reload();
    assertThat(visit.find(".status")).containsText("지난번에 본 홈");
    assertThat(visit.order()).isEqualTo(before);

    visit.find(".mine-button").click();
    visit.page().getByText("로그아웃").click();
    visit.page().waitForFunction("() => caches.has('two-personal').then(there => !there)");
    assertThat(visit.page().content()).doesNotContain("당신을 위한 순서");
  }

  private static double time(Visit visit) {
    return ((Number) visit.page().evaluate("document.querySelector('.preview video').currentTime"))
        .doubleValue();
  }

  /** Two cards in sight that have something to play. */
  private static List<Locator> withClips(Visit visit) {
    visit.page().evaluate("document.querySelector('.row').scrollIntoView({block: 'center'})");
    Locator cards = visit.find(".row[data-kind=FOR_YOU] .card-link");
    return List.of(cards.nth(0), cards.nth(3));
  }
}
