package io.takewithott.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a person does first, in a real browser. Leaves screenshots in target/screenshots. */
@ExtendWith(SiteWorld.class)
class SiteEndToEndTest {
  @Test
  void aPersonJoinsPicksThreeRatesAndSeesTheOrderChange(Visit visit) {
    visit.open("/");
    assertThat(visit.find(".row .card").first()).isVisible();
    visit.shoot("landing");
    visit.page().getByText("세 편 고르러 가기").first().click();
    assertThat(visit.find("[name=nickname]")).isVisible();
    visit.signUp("mina");

    assertThat(visit.find(".pick-card").nth(29)).isVisible();
    assertThat(visit.find(".tray .button")).isDisabled();
    for (String title : List.of("살인의 추억", "기생충", "올드보이")) {
      visit.find(".search").fill(title);
      visit
          .find(".pick-card b")
          .filter(new Locator.FilterOptions().setHasText(title))
          .first()
          .click();
    }
    visit.shoot("pick");
    visit.page().getByText("이 셋으로 시작").click();

    Locator status = visit.find(".status");
    assertThat(status).containsText("취향이 모두 반영된 순서예요.");
    assertThat(visit.find(".row[data-kind=BECAUSE]").first()).isVisible();
    visit.stopMoving();
    visit.shoot("home");
    List<String> before = visit.order();

    visit.find(".row .card-link").nth(1).click();
    assertThat(visit.find("dialog h1")).isVisible();
    assertThat(visit.page()).hasURL(Pattern.compile("/title/" + before.get(1) + "$"));
    visit.shoot("detail");
    visit.page().evaluate("window.same = true");
    visit.find("dialog .half").first().click();
    assertThat(visit.find(".toast")).containsText("★ 0.5");
    visit.find(".dialog-close").click();
    visit
        .page()
        .waitForFunction(
            "before => [...document.querySelectorAll('main .row[data-kind]:not([data-kind=TOP])"
                + " [data-title]')].map(item => item.dataset.title).join() !== before",
            String.join(",", before));
    assertThat(status).containsText("취향이 모두 반영된 순서예요.");
    visit.stopMoving();
    visit.shoot("home-after-rating");

    assertThat(visit.order()).isNotEqualTo(before).doesNotContain(before.get(1));
    assertThat(visit.page().evaluate("window.same")).as("without a reload").isEqualTo(true);
    visit.nothingWasComplainedAbout();
  }

  @Test
  void aFourthPickIsRefusedInWordsAndOneTakenBackMakesRoom(Visit visit) {
    visit.signUp("picker");
    for (int i = 0; i < 4; i++) {
      visit.find(".pick-card").nth(i).click();
    }

    assertThat(visit.find(".toast")).containsText("세 편까지만 고를 수 있어요.");
    assertThat(visit.find(".pick-card[aria-pressed=true]")).hasCount(3);
    visit.find(".tray-place button").first().click();
    assertThat(visit.find(".pick-card[aria-pressed=true]")).hasCount(2);
    assertThat(visit.find(".tray .button")).isDisabled();
  }

  /** The page's policy, the bucket's rule and the link's signature, as a browser applies them. */
  @Test
  void aPageMayPutAPhotoIntoTheBucketAndAskNobodyElse(Visit visit) {
    visit.open("/");
    Object statuses =
        visit
            .page()
            .evaluate(
                """
                async (nickname) => {
                  const json = (token) => ({'content-type': 'application/json', ...(token && {authorization: `Bearer ${token}`})});
                  const post = async (path, body, token) =>
                    (await fetch(path, {method: 'POST', headers: json(token), body: JSON.stringify(body)})).json();
                  const {accessToken} = await post('/accounts', {email: `${nickname}@example.com`, password: 'correct horse', nickname});
                  const canvas = new OffscreenCanvas(80, 60);
                  canvas.getContext('2d').fillRect(0, 0, 80, 60);
                  const photo = await canvas.convertToBlob({type: 'image/png'});
                  const {upload, method, url, headers} =
                    await post('/me/photo/uploads', {contentType: 'image/png', bytes: photo.size}, accessToken);
                  const put = await fetch(url, {method, headers, body: photo});
                  const {picture} = await post('/me/photo', {upload}, accessToken);
                  const shown = await fetch(picture.large);
                  const elsewhere = await fetch(url.replace('127.0.0.1', 'localhost'), {method}).catch(() => ({status: 'refused'}));
                  return `${put.status} ${shown.status} ${shown.headers.get('content-type')} ${elsewhere.status}`;
                }
                """,
                "photo" + System.nanoTime());
    assertThat(statuses).isEqualTo("200 200 image/jpeg refused");
    assertThat(visit.complaints())
        .isNotEmpty()
        .allMatch(complaint -> complaint.contains("Content Security Policy"));
  }

  @Test
  void aWrongPasswordIsSaidInWordsAndNothingEnteredIsLost(Visit visit) {
    visit.open("/#/enter");
    visit.find("[name=email]").fill("nobody@example.com");
    visit.find("[name=password]").fill("whatever it is");
    visit.find("[type=submit]").click();

    assertThat(visit.find(".problem")).hasText("이메일이나 비밀번호가 맞지 않아요.");
    assertThat(visit.find("[name=email]")).hasValue("nobody@example.com");
    assertThat(visit.find("[name=password]")).hasValue("whatever it is");
  }

  /** Half of the picture is red, and it is the left half that is moved into sight. */
  @Test
  void aPhotoIsCroppedAtSignUpAndIsThereAfterIt(Visit visit) throws Exception {
    String nickname = "pictured" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
    visit.open("/join");
    visit
        .find("input[type=file]")
        .setInputFiles(new FilePayload("me.png", "image/png", redAndBlue()));
    Locator crop = visit.find(".crop canvas");
    crop.focus();
    for (int i = 0; i < 20; i++) {
      crop.press("ArrowLeft");
    }
    visit.page().getByText("이 사진 쓰기").click();
    assertThat(visit.page().getByAltText("고른 사진")).isVisible();
    visit.find("[name=nickname]").fill(nickname);
    visit.find("[name=email]").fill(nickname + "@example.com");
    visit.find("[name=password]").fill("correct horse");
    visit.find("form [type=submit]").click();
    assertThat(visit.find(".pick-card").first()).isVisible();

    visit.open("/settings");
    Locator photo = visit.find(".photo-row img");
    assertThat(photo).hasAttribute("src", Pattern.compile("^/photos/.+/large$"));
    Object middle =
        photo.evaluate(
            """
            async image => {
              await image.decode();
              const canvas = document.createElement('canvas');
              canvas.width = canvas.height = 9;
              canvas.getContext('2d').drawImage(image, 0, 0, 9, 9);
              const [red, , blue] = canvas.getContext('2d').getImageData(4, 4, 1, 1).data;
              return red > 200 && blue < 60;
            }
            """);
    assertThat(middle).isEqualTo(true);
    visit.nothingWasComplainedAbout();
  }

  private static byte[] redAndBlue() throws IOException {
    BufferedImage image = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = image.createGraphics();
    brush.setColor(Color.RED);
    brush.fillRect(0, 0, 200, 200);
    brush.setColor(Color.BLUE);
    brush.fillRect(200, 0, 200, 200);
    brush.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }

  @Test
  void aTakenAddressLeadsToTheLogInWithTheAddressFilledIn(Visit visit) throws Exception {
    RunningWorld.Member member = visit.world().join("taken");
    visit.open("/join");
    visit.find("[name=nickname]").fill("again" + System.nanoTime());
    visit.find("[name=email]").fill(member.email());
    visit.find("[name=password]").fill("correct horse");
    visit.find("[type=submit]").click();

    visit.page().getByText("로그인하러 가기").click();
    assertThat(visit.find("[name=email]")).hasValue(member.email());
  }

  @Test
  void aForgottenPasswordIsReplacedByTheLinkInTheMailbox(Visit visit) throws Exception {
    RunningWorld.Member member = visit.world().join("forgetful");
    visit.open("/#/forgot");
    visit.find("[name=email]").fill(member.email());
    visit.find("[type=submit]").click();
    assertThat(visit.find("h1")).hasText("메일을 확인해 주세요");

    visit.page().navigate(visit.world().resetLink(member));
    visit.find("[name=password]").fill("another horse");
    visit.find("[type=submit]").click();
    assertThat(visit.find("h1")).hasText("비밀번호를 바꿨어요");
    visit.open("/_local/mailbox");
    assertThat(visit.find("article").first()).isVisible();
    visit.shoot("mailbox");

    visit.open("/login");
    visit.find("[name=email]").fill(member.email());
    visit.find("[name=password]").fill("another horse");
    visit.find("[type=submit]").click();
    assertThat(visit.page().getByText("세 편을 골라 주세요").first()).isVisible();
    visit.nothingWasComplainedAbout();
  }

  @Test
  void aSessionIsRenewedByItsCookieAndEndsWithTheLogOut(Visit visit) {
    visit.signUp("renewed");
    String before = stored(visit.page(), "accessToken");
    assertThat(visit.page().evaluate("document.cookie")).isEqualTo("");

    visit
        .page()
        .evaluate(
            "localStorage.setItem('two.session', JSON.stringify({"
                + " ...JSON.parse(localStorage.getItem('two.session')), expiresAt:"
                + " '2020-01-01T00:00:00Z' }))");
    visit.page().reload();
    visit
        .page()
        .waitForFunction(
            "before => JSON.parse(localStorage.getItem('two.session')).accessToken !== before",
            before);

    visit.find(".mine-button").click();
    visit
        .page()
        .waitForResponse("**/sessions/current", () -> visit.page().getByText("로그아웃").click());
    assertThat(visit.find(".bar .join")).isVisible();
    assertThat(visit.context().cookies()).isEmpty();
  }

  @Test
  void whereOnlyMembersMayGoAVisitorLogsInFirstAndArrives(Visit visit) throws Exception {
    RunningWorld.Member member = visit.world().join("returning");
    visit.open("/pick");
    assertThat(visit.page()).hasURL(Pattern.compile("/login\\?returnTo=%2Fpick$"));
    visit.find("[name=email]").fill(member.email());
    visit.find("[name=password]").fill("correct horse");
    visit.find("[type=submit]").click();
    assertThat(visit.page()).hasURL(Pattern.compile("/pick$"));
  }

  private static String stored(Page page, String member) {
    return page.evaluate(
            "member => JSON.parse(localStorage.getItem('two.session'))[member]", member)
        .toString();
  }
}
