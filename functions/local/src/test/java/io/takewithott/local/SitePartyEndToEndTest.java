package io.takewithott.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sharing a subscription, as two people see it in two browsers. */
@ExtendWith(SiteWorld.class)
class SitePartyEndToEndTest {
  @Test
  void aPartyIsMadeJoinedPaidForAndTalkedIn(Visit host, Visit guest) throws Exception {
    RunningWorld.Member hosting = host.world().join("host");
    host.logIn(hosting);
    host.open("/party/new");
    host.find("main select").first().selectOption(new String[] {option(host, "티빙")});
    host.find("[name=title]").fill("주말마다 함께 보는 파티");
    button(host, "파티 열기").click();
    assertThat(host.find("h1")).hasText("주말마다 함께 보는 파티");
    String path = host.page().url().replaceFirst("^https?://[^/]+", "");

    guest.logIn(guest.world().join("guest"));
    guest.open("/party");
    guest.find(".tile:has-text(\"주말마다 함께 보는 파티\")").first().click();
    assertThat(guest.find(".refund .good")).containsText("원");
    guest.find(".join-box .button").click();
    guest.find("button[value=agree]").click();
    assertThat(guest.find("h1")).hasText("참여했어요!");
    guest.find("main .button").click();

    host.open(path + "?tab=chat");
    assertThat(host.find(".chat-event").first()).containsText("참여했어요");
    say(host, "어서 오세요");
    assertThat(guest.find(".bubble-line:not(.own) .bubble")).hasText("어서 오세요");
    say(guest, "반가워요");
    assertThat(host.find(".bubble-line:not(.own) .bubble")).hasText("반가워요");
    host.find(".bubble-line.own .dot-menu summary").click();
    button(host, "지우기").click();
    assertThat(guest.find(".bubble.gone")).hasText("지운 메시지예요.");

    guest.open(path + "?tab=ledger");
    assertThat(guest.find(".sum-line")).containsText("이 줄들의 합: 0원");
    host.nothingWasComplainedAbout();
    // The pay window is another site's, which has no icon.
    assertThat(guest.complaints()).allMatch(complaint -> complaint.contains("404"));
  }

  private static void say(Visit visit, String text) {
    visit.find(".chat-write textarea").fill(text);
    visit.find(".chat-write .button").click();
    assertThat(visit.find(".bubble-line.own .bubble:not(.waiting)").last()).hasText(text);
  }

  private static String option(Visit visit, String name) {
    Locator option = visit.find("main select").first().locator("option");
    return option
        .filter(new Locator.FilterOptions().setHasText(name))
        .first()
        .getAttribute("value");
  }

  private static Locator button(Visit visit, String name) {
    return visit.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }
}
