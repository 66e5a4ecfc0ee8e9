package io.takewithott.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Searching in a real browser, by typing and by speaking to a recogniser that hears what it is
 * told.
 */
@ExtendWith(SiteWorld.class)
class SiteSearchEndToEndTest {
  /**
   * Hears the text, the second piece of it when told to, or fails, as {@code window.willHear} and
   * {@code willFail} say.
   */
  private static final String RECOGNISER =
      """
      window.started = 0;
      window.SpeechRecognition = window.webkitSpeechRecognition = class {
        start() {
          window.started++;
          window.spokenIn = this.lang;
          setTimeout(() => {
            if (window.willFail) { this.onerror({error: window.willFail}); this.onend(); return; }
            this.onaudiostart();
            const say = (text) => this.onresult({results: [Object.assign([{transcript: text}], {isFinal: true})]});
            say(window.willHear.slice(0, 3));
            window.finish = () => { say(window.willHear); this.onend(); };
          }, 50);
        }
        stop() { this.onend(); }
        abort() {}
      };
      """;

  @Test
  void aLineHalfRememberedLeadsToItsFilmWithWhatWasSaidHighlighted(Visit visit) {
    visit.open("/find");
    visit.find(".search-input").fill("밥은 먹고 다니냐");
    visit.find(".search-input").press("Enter");

    assertThat(visit.find(".found-line").first()).containsText("살인의 추억");
    assertThat(visit.find(".found-line mark").first()).hasText("밥은 먹고 다니냐");
    assertThat(visit.page()).hasURL(Pattern.compile("/find\\?q="));
    visit.find(".found-line").first().click();
    assertThat(visit.find("dialog h1")).hasText("살인의 추억");
    visit.page().goBack();
    assertThat(visit.find("dialog")).hasCount(0);
    assertThat(visit.find(".search-input")).hasValue("밥은 먹고 다니냐");
    visit.nothingWasComplainedAbout();
  }

  @Test
  void aSpokenLineIsFoundAndTheMicrophoneIsAskedForOnlyWhenPressed(Visit visit) {
    visit.page().addInitScript(RECOGNISER + "window.willHear = '밥은 먹고 다니냐';");
    visit.open("/find");
    assertThat(visit.find(".search-input")).isVisible();
    assertThat(visit.page().evaluate("window.started")).isEqualTo(0);

    visit.page().getByLabel("말로 찾기").click();
    assertThat(visit.find(".microphone-says")).hasText("듣고 있어요. 대사를 말해 보세요.");
    assertThat(visit.find(".search-input")).hasValue("밥은 ");
    visit.page().evaluate("window.finish()");
    assertThat(visit.find(".found-line").first()).containsText("살인의 추억");
    assertThat(visit.page().evaluate("window.spokenIn")).isEqualTo("ko-KR");
    assertThat(visit.find(".search-input")).hasValue("밥은 먹고 다니냐");
    visit.shoot("spoken");
  }

  @Test
  void aMicrophoneThatIsDeniedIsSaidInWordsAndTypingStillWorks(Visit visit) {
    visit.page().addInitScript(RECOGNISER + "window.willFail = 'not-allowed';");
    visit.open("/find");
    visit.page().getByLabel("말로 찾기").click();

    assertThat(visit.find(".microphone-says")).containsText("글로 적어 주세요.");
    visit.find(".search-input").fill("ㄱㅅㅊ");
    assertThat(visit.find(".search-options [role=option]").first()).containsText("기생충");
  }

  @Test
  void nonsenseIsAnsweredByWhatToDoInstead(Visit visit) {
    visit.open("/find?q=%EB%B7%81%EB%B7%81%EA%BF%B1%EA%BF%B1%ED%9A%8D");

    assertThat(visit.find(".results .empty")).containsText("찾지 못했어요");
    assertThat(visit.find(".results .empty")).containsText("더 짧게 적거나");
  }

  @Test
  void aSuggestionIsTakenByTheKeyboard(Visit visit) {
    visit.open("/find");
    visit.find(".search-input").fill("기생");
    assertThat(visit.find(".search-options [role=option]").first()).containsText("기생충");
    visit.find(".search-input").press("ArrowDown");
    assertThat(visit.find("[role=option][aria-selected=true]")).containsText("기생충");
    visit.find(".search-input").press("Enter");

    assertThat(visit.find("dialog h1")).hasText("기생충");
  }
}
