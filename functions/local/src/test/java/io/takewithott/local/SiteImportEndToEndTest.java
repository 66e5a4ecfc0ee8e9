package io.takewithott.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ratings that somebody brings along from elsewhere. */
@ExtendWith(SiteWorld.class)
class SiteImportEndToEndTest {
  private static final String FILE =
      """
      Title,Year,Rating
      기생충,2019,4.5
      올드보이,2003,5
      살인의 추억,2003,
      아무도 모르는 그런 영화,1999,3
      """;

  @Test
  void ratingsComeOutOfAFileAndEachLineIsAccountedFor(Visit visit) throws Exception {
    visit.logIn(visit.world().join("mover"));
    visit.open("/lists");
    visit.page().getByText("별점 가져오기").click();
    visit
        .find("input[type=file]")
        .setInputFiles(
            new FilePayload("ratings.csv", "text/csv", FILE.getBytes(StandardCharsets.UTF_8)));
    visit
        .page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("가져오기").setExact(true))
        .click();

    Locator report = visit.find(".import-report");
    assertThat(report.locator(".figures")).containsText("새 별점2");
    report.locator("summary").first().click();
    assertThat(report.locator(".report-lines").first()).containsText("아무도 모르는 그런 영화");
    report.getByText("내 별점 보기").click();
    assertThat(visit.find(".entry")).hasCount(2);
    assertThat(visit.find(".entry-name").filter(new Locator.FilterOptions().setHasText("기생충")))
        .containsText("★ 4.5");
    visit.nothingWasComplainedAbout();
  }

  @Test
  void aFileThatIsNoTableIsSaidInWordsAndStaysChosen(Visit visit) throws Exception {
    visit.logIn(visit.world().join("mistaken"));
    visit.open("/import");
    visit
        .find("input[type=file]")
        .setInputFiles(new FilePayload("photo.csv", "text/csv", new byte[] {(byte) 0xff, 0, 1, 2}));
    visit.find("main [type=submit]").click();

    assertThat(visit.find(".problem, .import-report").first()).isVisible();
    assertThat(visit.page().evaluate("document.querySelector('input[type=file]').files[0].name"))
        .isEqualTo("photo.csv");
  }
}
