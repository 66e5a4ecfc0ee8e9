package io.takewithott.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** How a party comes about on the site, for tests that begin inside of one. */
final class SharedParty {
  private SharedParty() {}

  /** Somebody who is logged in opens a party; the path of its page. */
  static String openedBy(Visit host, String title) {
    host.open("/party/new");
    host.find("main select").first().selectOption(new String[] {option(host, "티빙")});
    host.find("[name=title]").fill(title);
    button(host, "파티 열기").click();
    assertThat(host.find("h1")).hasText(title);
    return host.page().url().replaceFirst("^https?://[^/]+", "");
  }

  /** Somebody who is logged in, and at the party's page, pays and is in it. */
  static void joinedBy(Visit guest) {
    guest.find(".join-box .button").click();
    guest.find("button[value=agree]").click();
    assertThat(guest.find("h1")).hasText("참여했어요!");
  }

  static Locator button(Visit visit, String name) {
    return visit.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private static String option(Visit visit, String name) {
    return visit
        .find("main select")
        .first()
        .locator("option")
        .filter(new Locator.FilterOptions().setHasText(name))
        .first()
        .getAttribute("value");
  }
}
