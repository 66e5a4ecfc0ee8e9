package io.takewithott.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page that shows the API and lets one try it. */
@ExtendWith(SiteWorld.class)
class SiteApiEndToEndTest {
  @Test
  void anOperationIsFoundTriedAndAnswered(Visit visit) {
    visit.open("/api");
    visit.find("input[type=search]").fill("/genres");
    visit.find("#genres > summary").click();
    visit.find("#genres button[type=submit]").click();

    assertThat(visit.find("#genres .api-answer[data-status='200'] pre")).containsText("\"genres\"");
    visit.shoot("api");
    visit.nothingWasComplainedAbout();
  }

  @Test
  void whatMembersDoIsSentAsWhoeverIsLoggedIn(Visit visit, RunningWorld world) throws Exception {
    RunningWorld.Member member = world.join("caller");
    visit.logIn(member);
    visit.open("/api");
    visit.find("input[type=search]").fill("PUT /titles/{id}/rating");
    visit.find("#rate > summary").click();
    visit.find("#rate button[type=submit]").click();

    assertThat(visit.find("#rate .api-answer[data-status='200'] pre")).containsText("tasteVersion");
    assertThat(
            world
                .call("GET", "/titles/1001/mine", null, member.token())
                .body()
                .path("stars")
                .asDouble())
        .isEqualTo(4.5);
    assertThat(visit.overflow()).isLessThanOrEqualTo(0);
  }
}
