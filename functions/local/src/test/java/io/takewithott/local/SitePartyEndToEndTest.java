package io.takewithott.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sharing a subscription, as two people see it in two browsers. */
@ExtendWith(SiteWorld.class)
class SitePartyEndToEndTest {
  @Test
  void aPartyIsMadeJoinedPaidForAndTalkedIn(Visit host, Visit guest) throws Exception {
    RunningWorld.Member hosting = host.world().join("host");
    host.logIn(hosting);
    String path = SharedParty.openedBy(host, "주말마다 함께 보는 파티");

    guest.logIn(guest.world().join("guest"));
    guest.open("/party");
    guest.find(".tile:has-text(\"주말마다 함께 보는 파티\")").first().click();
    assertThat(guest.find(".refund .good")).containsText("원");
    SharedParty.joinedBy(guest);
    guest.find("main .button").click();

    host.open(path + "?tab=chat");
    assertThat(host.find(".chat-event").first()).containsText("참여했어요");
    say(host, "어서 오세요");
    assertThat(guest.find(".bubble-line:not(.own) .bubble")).hasText("어서 오세요");
    say(guest, "반가워요");
    assertThat(host.find(".bubble-line:not(.own) .bubble")).hasText("반가워요");
    host.find(".bubble-line.own .dot-menu summary").click();
    SharedParty.button(host, "지우기").click();
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

  /** Only once nothing of the old host's can be in doubt: whoever takes over has access. */
  @Test
  void aPartyChangesHandsWhenBothAgree(Visit host, Visit guest) throws Exception {
    host.logIn(host.world().join("giver"));
    String path = SharedParty.openedBy(host, "넘겨줄 파티");
    guest.logIn(guest.world().join("taker"));
    guest.open(path);
    SharedParty.joinedBy(guest);
    guest.open(path);
    assertThat(guest.find(".lines").first()).containsText("다음 결제");
    SharedParty.button(guest, "이용할 수 있어요").click();
    assertThat(guest.find(".lines").first()).containsText("에 확인함");

    host.open(path);
    SharedParty.button(host, "호스트 넘기기").click();
    host.find("dialog [type=submit]").click();
    assertThat(host.find(".toast").last()).containsText("부탁을 보냈어요");

    guest.open(path);
    SharedParty.button(guest, "호스트 맡기").click();
    assertThat(guest.find(".tools .panel-title")).hasText("호스트가 할 일");
    host.open(path);
    assertThat(host.find(".join-box, .panel").first()).isVisible();
    assertThat(host.find(".tools")).hasCount(0);
    host.nothingWasComplainedAbout();
  }

  @Test
  void aCardIsRegisteredAndTakenAway(Visit visit) throws Exception {
    visit.logIn(visit.world().join("payer"));
    visit.open("/party/card");
    SharedParty.button(visit, "카드 등록하기").click();
    visit.find("button[value=agree]").click();
    assertThat(visit.find("main .panel")).containsText("카드가 등록되어 있어요");
    assertThat(visit.find(".toast").last()).containsText("카드를 등록했어요");

    SharedParty.button(visit, "카드 지우기").click();
    assertThat(visit.find("main .panel")).containsText("등록한 카드가 없어요");
  }
}
