package io.takewithott.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.takewithott.local.RunningWorld.Member;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What administrators do at the desk, in a real browser. */
@ExtendWith(SiteWorld.class)
class SiteDeskEndToEndTest {
  private static final int ATTEMPTS = 3;

  @Test
  void aRefundIsAskedForTwiceAndGivenOnceThoughItsAnswersAreLost(Visit visit) throws Exception {
    Neighbourhood here = Neighbourhood.settle(visit.world());
    visit.logIn(here.desk());
    visit.find(".mine-button").click();
    visit.page().getByText("운영 책상").click();
    visit.page().getByRole(AriaRole.LINK, exactly("환불")).click();
    visit.page().getByLabel("회원 번호").fill(String.valueOf(here.mina().userId()));
    button(visit, "결제 보기").click();
    visit.find("a.desk-row[href*='" + here.orderId() + "']").last().click();
    assertThat(visit.find(".sum-line")).containsText("이 줄들의 합: 0원");

    visit.page().getByLabel("금액 (원)").fill("500");
    visit.page().getByLabel("까닭").fill("하루 동안 멈춰 있었어요.");
    button(visit, "다음").click();
    assertThat(visit.find("dialog h2")).hasText("500원을 돌려줄까요?");
    AtomicInteger lost = new AtomicInteger();
    visit
        .page()
        .route(
            "**/admin/refunds",
            route -> {
              route.fetch();
              if (lost.incrementAndGet() <= ATTEMPTS) {
                route.abort();
              } else {
                route.resume();
              }
            });
    button(visit, "500원 돌려주기").click();
    assertThat(visit.find("dialog .problem")).containsText("서버에 닿지 않아요.");
    button(visit, "500원 돌려주기").click();

    assertThat(visit.find(".toast").last()).hasText("500원을 돌려줬어요.");
    assertThat(lost.get()).isGreaterThan(ATTEMPTS);
    assertThat(visit.page().getByText("보상 환불").first()).isVisible();
    assertThat(refunds(visit.world(), here)).containsExactly(500, 1500);
  }

  private static List<Integer> refunds(RunningWorld world, Neighbourhood here) throws Exception {
    JsonNode refunds =
        world
            .call("GET", "/admin/refunds?userId=" + here.mina().userId(), null, here.desk().token())
            .body()
            .path("refunds");
    return StreamSupport.stream(refunds.spliterator(), false)
        .map(refund -> refund.path("amount").asInt())
        .toList();
  }

  @Test
  void aReportedMessageAndASuggestedLineAreDecided(Visit visit) throws Exception {
    Neighbourhood here = Neighbourhood.settle(visit.world());
    visit.logIn(here.desk());
    visit.open("/desk?part=messages");
    Locator message = panel(visit, "파티 " + here.partyId() + " ·");
    assertThat(message).containsText("다음 달에는 다른 계정으로 보내 주세요.");
    assertThat(message).containsText("사기");
    message.getByRole(AriaRole.BUTTON).first().click();
    assertThat(message).hasCount(0);
    JsonNode messages =
        visit
            .world()
            .call("GET", "/parties/" + here.partyId() + "/messages", null, here.mina().token())
            .body()
            .path("messages");
    assertThat(messages.toString()).doesNotContain("다른 계정으로");

    visit.open("/desk?part=lines");
    Locator line = panel(visit, "언젠가는 알게 되겠지").last();
    assertThat(line).isVisible();
    int before = visit.find(".stack > .panel").count();
    line.getByRole(AriaRole.BUTTON).first().click();
    assertThat(visit.find(".toast").last()).hasText("처리했어요.");
    assertThat(visit.find(".stack > .panel")).hasCount(before - 1);
    visit.nothingWasComplainedAbout();
  }

  @Test
  void aProblemIsReportedContestedAndDecided(Visit member, Visit host, Visit desk)
      throws Exception {
    RunningWorld world = member.world();
    Member paying = world.join("paying");
    Member hosting = world.join("hosting");
    Sharing sharing = new Sharing(world);
    long party = sharing.open("문제가 있는 파티", hosting);
    sharing.join(party, paying);
    String claims = "/party/" + party + "?tab=claims";

    member.logIn(paying);
    member.open(claims);
    member.page().getByLabel("무엇이 문제인가요").selectOption("ACCESS_LOST");
    member.page().getByLabel("무슨 일이 있었나요").fill("초대 링크가 열리지 않아요.");
    button(member, "알리기").click();
    assertThat(member.page().getByText("호스트의 답을 기다림")).isVisible();

    host.logIn(hosting);
    host.open(claims);
    host.page().getByLabel("까닭").fill("바꾸지 않았어요.");
    button(host, "그렇지 않아요").click();
    assertThat(host.page().getByText("저희가 살펴보는 중")).isVisible();

    desk.logIn(world.appoint(world.join("deciding")));
    desk.open("/desk?part=claims");
    Locator claim = panel(desk, "초대 링크가 열리지 않아요.");
    assertThat(claim).containsText("바꾸지 않았어요.");
    claim.getByLabel("결정의 까닭").fill("화면을 보니 들어갈 수 없었어요.");
    claim.getByRole(AriaRole.BUTTON).first().click();
    assertThat(claim).hasCount(0);

    // With that their month in the party is over.
    member.open("/notices");
    assertThat(member.page().getByText("돈을 돌려 드렸어요.").first()).isVisible();
    member.nothingWasComplainedAbout();
  }

  @Test
  void anImportIsStartedAndItsReportRead(Visit visit) throws Exception {
    visit.logIn(visit.world().appoint(visit.world().join("importing")));
    visit.open("/desk?part=imports");
    button(visit, "새로 시작하기").click();

    assertThat(visit.page()).hasURL(Pattern.compile("part=imports&run=\\d+$"));
    // Nobody has given it credentials here.
    assertThat(visit.find(".desk [role=status]")).hasText("꺼져 있음");
    assertThat(visit.find(".desk")).containsText("there are no credentials");
    visit.nothingWasComplainedAbout();
  }

  @Test
  void whereATitleCanBeWatchedIsCorrectedAndTakenBack(Visit visit) throws Exception {
    RunningWorld world = visit.world();
    visit.logIn(world.appoint(world.join("correcting")));
    visit.open("/desk?part=offers");
    visit.find(".find-title input").fill("기생충");
    visit.find(".search-options [role=option]").first().click();
    visit.page().getByLabel("출처").fill("서비스의 작품 페이지");
    button(visit, "고치기").click();
    assertThat(visit.find(".toast").last()).hasText("고쳤어요.");
    button(visit, "들여온 정보로 되돌리기").click();
    assertThat(visit.find(".toast").last()).hasText("들여온 정보로 되돌렸어요.");
    visit.nothingWasComplainedAbout();
  }

  @Test
  void whoIsNoneOfUsSeesNothingOfTheDesk(Visit visit) throws Exception {
    Member member = visit.world().join("curious");
    visit.logIn(member);
    visit.open("/desk?part=refunds");
    assertThat(visit.find("main")).containsText("운영자만 볼 수 있어요.");
    assertThat(visit.find(".desk")).hasCount(0);
    for (String path : List.of("/admin/orders?userId=1", "/admin/refunds", "/admin/imports")) {
      assertThat(visit.world().call("GET", path, null, member.token()).status()).isEqualTo(403);
    }
    visit.nothingWasComplainedAbout();
  }

  private static Locator panel(Visit visit, String text) {
    return visit.find(".stack > .panel").filter(new Locator.FilterOptions().setHasText(text));
  }

  private static Page.GetByRoleOptions exactly(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator button(Visit visit, String name) {
    return visit.page().getByRole(AriaRole.BUTTON, exactly(name));
  }
}
