package io.takewithott.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What two people share who are in a party: a log-in, the screens, the money, and what to watch.
 */
@ExtendWith(SiteWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SiteInsideEndToEndTest {
  private static final String SECRET = "Weekend!2026";

  private RunningWorld.Member hosting;
  private RunningWorld.Member staying;
  private String path;

  @BeforeAll
  void twoAreInAParty(Visit host, Visit guest) throws Exception {
    hosting = host.isAtHome("insider");
    staying = guest.isAtHome("lodger");
    path = SharedParty.openedBy(host, "함께 쓰는 파티");
    guest.open(path);
    SharedParty.joinedBy(guest);
  }

  @Test
  void theSharedLogInIsShownWhilePressedForAndEverybodySeesWhoLooked(Visit host, Visit guest) {
    host.logIn(hosting);
    host.open(path + "?tab=login");
    SharedParty.button(host, "계정 저장하기").click();
    host.page().getByLabel("아이디").fill("weekend@example.com");
    host.page().getByLabel("비밀번호").fill(SECRET);
    SharedParty.button(host, "저장").click();
    assertThat(host.find(".log-in")).isVisible();

    guest.page().clock().install();
    guest.logIn(staying);
    guest.open(path + "?tab=login");
    assertThat(guest.find(".cover").first()).isVisible();
    assertThat(guest.page().content()).doesNotContain(SECRET);
    reveal(guest);
    guest.page().clock().fastForward(31_000);
    assertThat(guest.page().getByText(SECRET)).hasCount(0);
    reveal(guest);
    SharedParty.button(guest, "지금 가리기").click();
    assertThat(guest.page().getByText(SECRET)).hasCount(0);
    assertThat(guest.find(".vault .rows li")).hasCount(2);

    host.open(path + "?tab=login");
    assertThat(host.find(".vault .rows li").first()).containsText("lodger");
    host.nothingWasComplainedAbout();
    guest.nothingWasComplainedAbout();
  }

  private static void reveal(Visit visit) {
    visit
        .page()
        .locator(".vault")
        .getByText("보기", new Locator.GetByTextOptions().setExact(true))
        .click();
    assertThat(visit.page().getByText(SECRET)).isVisible();
  }

  @Test
  void aScreenIsReservedByTheKeyboardAndFreedAgain(Visit visit) {
    visit.logIn(staying);
    visit.open(path + "?tab=screens");
    visit.page().getByLabel("다음 날").click();
    Locator hours = visit.find(".board-hour");
    assertThat(hours.first()).containsText("06:00");
    visit.find(".board-hour[tabindex='0']").focus();
    visit.page().keyboard().press("ArrowUp");
    visit.page().keyboard().press("Enter");
    assertThat(visit.page().getByLabel("시작", new Page.GetByLabelOptions().setExact(true)))
        .hasValue("1140");
    SharedParty.button(visit, "예약").first().click();

    assertThat(visit.find(".reserved.own")).containsText("19:00–21:00");
    assertThat(visit.find(".board-slot.own")).isVisible();
    assertThat(visit.find(".booking .wrong")).hasText("그 시간에는 이미 맡아 둔 화면이 있어요.");
    visit.page().getByLabel("19:00–21:00 예약 취소").click();
    assertThat(visit.find(".reserved")).hasCount(0);
    visit.nothingWasComplainedAbout();
  }

  @Test
  void aPaymentHasAReceiptAndAYearIsATable(Visit visit) throws Exception {
    visit.logIn(staying);
    visit.open("/payments");
    Download table = visit.page().waitForDownload(() -> SharedParty.button(visit, "내려받기").click());
    assertThat(table.suggestedFilename()).matches("payments-20\\d\\d\\.csv");
    assertThat(new String(Files.readAllBytes(table.path()), StandardCharsets.UTF_8))
        .startsWith("\ufeff")
        .contains("함께 쓰는 파티");
    visit.find(".payment").first().click();
    assertThat(visit.find("h1")).hasText("영수증");
    assertThat(visit.find(".receipt-number")).containsText("TWO-");
    assertThat(visit.find(".receipt-total")).containsText("원");

    visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(visit.find(".bar")).isHidden();
    assertThat(visit.find(".receipt")).isVisible();
    visit.nothingWasComplainedAbout();
  }

  @Test
  void twoSeeWhatSuitsBothOnceTheyFollowEachOther(Visit visit) throws Exception {
    RunningWorld.Member friend = visit.world().join("friend");
    visit.logIn(staying);
    follow(visit.world(), staying, friend);
    visit.open("/together");
    Locator choice = visit.find(".companion:has-text('friend')");
    assertThat(choice).isDisabled();
    assertThat(choice).containsText("상대도 나를 팔로우하면");

    follow(visit.world(), friend, staying);
    visit.open("/together");
    choice.click();
    assertThat(visit.find(".together-title").first()).isVisible();
    assertThat(visit.find(".together-title").first().locator(".fit")).hasCount(2);
    visit.page().getByText("싫은 사람 없게").click();
    visit.page().waitForURL(url -> url.contains("by=least-misery"));
    visit.page().reload();
    assertThat(visit.find(".companion[aria-pressed=true]")).containsText("friend");
    assertThat(visit.find(".together-title").first()).containsText("%");
    visit.nothingWasComplainedAbout();
  }

  private static void follow(RunningWorld world, RunningWorld.Member one, RunningWorld.Member other)
      throws Exception {
    world.call("PUT", "/me/following/" + other.userId(), null, one.token());
  }

  @Test
  void everyPageOfTheirsFitsTheSmallestPhone(Visit visit) throws Exception {
    visit.page().setViewportSize(320, 640);
    visit.logIn(staying);
    String orderId =
        visit
            .world()
            .call("GET", "/me/payments", null, staying.token())
            .body()
            .at("/payments/0/orderId")
            .asText();
    List<String> tooWide = new ArrayList<>();
    for (String page :
        List.of(
            path,
            path + "?tab=login",
            path + "?tab=screens",
            "/payments",
            "/payments?list=payouts",
            "/receipt/" + orderId,
            "/together?with=" + hosting.userId())) {
      visit.open(page);
      visit.page().waitForLoadState(LoadState.NETWORKIDLE);
      assertThat(visit.find("main h1")).isVisible();
      if (visit.overflow() > 0) {
        tooWide.add(page + " by " + visit.overflow());
      }
    }
    assertThat(tooWide).isEmpty();
    visit.nothingWasComplainedAbout();
  }

  /** The microphone is Chromium's own false one; what it hears, the stand-in says. */
  @Test
  void whereTheBrowserHearsNothingTheApiDoes(Visit visit) throws Exception {
    visit
        .page()
        .addInitScript("delete window.SpeechRecognition; delete window.webkitSpeechRecognition;");
    visit.logIn(staying);
    hears(visit.world(), "%EA%B8%B0%EC%83%9D%EC%B6%A9");
    visit.open("/find");
    visit.page().getByLabel("말로 찾기").click();
    assertThat(visit.find(".microphone-says")).containsText("다시 눌러");
    visit.page().waitForTimeout(600);
    visit.page().getByLabel("그만 듣기").click();
    assertThat(visit.find(".search-input")).hasValue("기생충");
    visit.nothingWasComplainedAbout();
  }

  private static void hears(RunningWorld world, String text) throws Exception {
    String standIns =
        world.server().clientSettings().getOrDefault("AWS_ENDPOINT_URL_SQS", "")
            + "/_local/standins";
    HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(standIns + "/clova/hears?text=" + text))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.discarding());
  }
}
