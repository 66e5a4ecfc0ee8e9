package io.takewithott.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * That the site is for everybody: by the keyboard alone, on a small phone, and in another language.
 */
@ExtendWith(SiteWorld.class)
class SiteReachEndToEndTest {
  @Test
  void aTitleIsFoundOpenedRatedAndLeftByTheKeyboardAlone(Visit visit) throws Exception {
    visit.isAtHome("typist");
    visit.open("/");
    assertThat(visit.find(".row .card").first()).isVisible();
    Page page = visit.page();
    page.keyboard().press("Tab");
    assertThat(visit.find(".skip")).isFocused();
    page.keyboard().press("Enter");

    visit.find(".row .card-link").first().focus();
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowRight");
    assertThat(visit.find(".row .card-link").nth(2)).isFocused();
    page.keyboard().press("ArrowDown");
    assertThat(visit.find(".row").nth(1).locator(".card-link:focus")).hasCount(1);
    page.keyboard().press("ArrowUp");
    String opened = (String) page.evaluate("document.activeElement.getAttribute('href')");
    page.keyboard().press("Enter");
    assertThat(visit.find("dialog h1")).isVisible();
    assertThat(visit.find("dialog .half").first()).isVisible();

    for (int i = 0; i < 12 && !isOnStars(page); i++) {
      page.keyboard().press("Tab");
    }
    assertThat(isOnStars(page)).as("the stars are reached by the tabulator").isTrue();
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowRight");
    assertThat(visit.find(".toast")).isVisible();
    page.keyboard().press("Escape");

    assertThat(visit.find("dialog")).hasCount(0);
    assertThat(page.evaluate("document.activeElement.getAttribute('href')")).isIn(opened, null);
  }

  private static boolean isOnStars(Page page) {
    return (Boolean) page.evaluate("Boolean(document.activeElement.closest('.stars-input'))");
  }

  @Test
  void aMemberSeesTheirHomeOnTheSmallestPhone(Visit visit) throws Exception {
    visit.page().setViewportSize(320, 640);
    visit.isAtHome("small");
    assertThat(visit.overflow()).isZero();
    assertThat(visit.find(".tabs a").first()).isVisible();
    visit.shoot("phone");
    visit.find(".row .card-link").first().click();
    assertThat(visit.find("dialog h1")).isVisible();
    assertThat(visit.overflow()).isZero();
    visit.shoot("phone-detail");
  }

  @Test
  void everythingIsThereInEnglish(Visit visit) {
    visit.open("/");
    visit.page().getByText("English").first().click();

    assertThat(visit.find("html")).hasAttribute("lang", "en");
    assertThat(visit.find("h1")).hasText("Three films you love, and tonight is clear");
    visit.open("/browse");
    assertThat(visit.find("h1")).hasText("Browse");
  }
}
