package io.takewithott.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.takewithott.core.json.Json;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What members write, whom they follow, and what is theirs. */
@ExtendWith(SiteWorld.class)
class SiteMemberEndToEndTest {
  @Test
  void aReviewWithASpoilerIsCoveredUntilSomebodyWantsToSeeIt(Visit author, Visit reader)
      throws Exception {
    long titleId =
        author
            .world()
            .call("GET", "/titles?limit=8", null, null)
            .body()
            .at("/titles/7/titleId")
            .asLong();
    author.logIn(author.world().join("critic"));
    author.open("/title/" + titleId);
    button(author, "리뷰 쓰기").click();
    author.find(".reviews textarea").fill("마지막에 그 사람이 돌아온다.");
    author.find(".reviews .check input").check();
    button(author, "올리기").click();
    assertThat(author.find(".review-text").first()).isVisible();

    reader.open("/title/" + titleId);
    assertThat(reader.find(".spoiler").first()).isVisible();
    assertThat(reader.page().getByText("마지막에 그 사람이 돌아온다.")).hasCount(0);
    button(reader, "그래도 보기").click();
    assertThat(reader.find(".review-text").first()).hasText("마지막에 그 사람이 돌아온다.");
    reader.nothingWasComplainedAbout();
  }

  @Test
  void whoIsFollowedIsToldAtOnce(Visit followed, Visit follower) throws Exception {
    RunningWorld.Member star = followed.world().join("star");
    followed.logIn(star);
    followed.open("/notices");
    assertThat(followed.find(".empty h2")).isVisible();
    followed.page().waitForTimeout(2_500);

    RunningWorld.Member fan = follower.world().join("fan");
    follower.logIn(fan);
    follower.open("/member/" + star.userId());
    button(follower, "팔로우").click();
    assertThat(button(follower, "팔로우하는 중")).isVisible();

    assertThat(followed.find(".notice.unread")).containsText("팔로우해요");
    assertThat(followed.find(".bar .bell .count")).hasText("1");
    button(followed, "모두 읽음으로").click();
    assertThat(followed.find(".bar .bell .count")).hasCount(0);
  }

  @Test
  void aMemberTakesTheirDataAlongAndLeaves(Visit visit) throws Exception {
    RunningWorld.Member member = visit.world().join("leaver");
    visit.world().call("PUT", "/titles/1/rating", Map.of("stars", 4.5), member.token());
    visit.logIn(member);
    visit.open("/settings");
    Download download = visit.page().waitForDownload(() -> button(visit, "내 데이터 내려받기").click());
    JsonNode data = Json.tree(Files.readAllBytes(download.path()));
    assertThat(data.toString()).contains(member.email());

    button(visit, "회원 탈퇴").click();
    visit.find("dialog [name=password]").fill("correct horse");
    button(visit, "탈퇴하기").click();
    assertThat(visit.find(".toast").last()).containsText("계정을 지웠어요");
    assertThat(visit.page().evaluate("localStorage.getItem('two.session')")).isNull();
  }

  private static com.microsoft.playwright.Locator button(Visit visit, String name) {
    return visit
        .page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
