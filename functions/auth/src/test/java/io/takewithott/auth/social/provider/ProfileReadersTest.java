package io.takewithott.auth.social.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.auth.social.provider.ProviderException.Reason;
import io.takewithott.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each provider says about somebody, in its own shape. */
class ProfileReadersTest {
  private static final String KAKAO =
      """
      {"id": 9007199254740993, "connected_at": "2026-11-21T09:00:00Z",
       "properties": {"nickname": "옛 이름"},
       "kakao_account": {
         "profile_nickname_needs_agreement": false,
         "profile": {"nickname": "하늘", "thumbnail_image_url": "http://k.kakaocdn.net/s.jpg",
                     "profile_image_url": "http://k.kakaocdn.net/l.jpg", "is_default_image": false},
         "has_email": true, "email_needs_agreement": false,
         "is_email_valid": %s, "is_email_verified": %s, "email": "haneul@example.com"}}
      """;

  private static final String NAVER =
      """
      {"resultcode": "00", "message": "success",
       "response": {"id": "32742776_q-Zk1", "nickname": "하늘", "name": "김하늘",
                    "email": "haneul@example.com",
                    "profile_image": "https://ssl.pstatic.net/static/pwe/address/nodata_33x33.gif"}}
      """;

  private static final String FACEBOOK =
      """
      {"id": "10203040506070809", "name": "Haneul Kim", "email": "haneul@example.com",
       "picture": {"data": {"height": 200, "is_silhouette": false, "url": "https://platform-lookaside.fbsbx.com/x"}}}
      """;

  private final ProfileReader kakao = new KakaoProfileReader();
  private final ProfileReader naver = new NaverProfileReader();
  private final ProfileReader facebook = new FacebookProfileReader();

  @Test
  void kakaosNumberKeepsAllItsDigits() {
    assertThat(kakao.read(json(KAKAO.formatted("true", "true"))))
        .isEqualTo(new Profile("9007199254740993", "haneul@example.com", true, "하늘"));
  }

  @Test
  void kakaosAddressIsProvenOnlyWhenItIsValidAndVerified() {
    assertThat(kakao.read(json(KAKAO.formatted("false", "true"))).emailProven()).isFalse();
    assertThat(kakao.read(json(KAKAO.formatted("true", "false"))).emailProven()).isFalse();
    assertThat(kakao.read(json(KAKAO.formatted("null", "null"))).emailProven()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\": 7}",
        "{\"id\": 7, \"kakao_account\": null, \"properties\": null}",
        "{\"id\": 7, \"kakao_account\": {\"profile\": null, \"email\": null, \"email_needs_agreement\": true}}",
        "{\"id\": 7, \"kakao_account\": {\"profile\": {\"nickname\": null}, \"is_email_verified\": true, \"is_email_valid\": true}}"
      })
  void whatKakaoDoesNotTellIsAbsent(String answer) {
    assertThat(kakao.read(json(answer))).isEqualTo(new Profile("7", null, false, null));
  }

  @Test
  void kakaosOldNicknameIsReadWhereThereIsNoNewOne() {
    assertThat(kakao.read(json("{\"id\": 7, \"properties\": {\"nickname\": \"옛 이름\"}}")))
        .isEqualTo(new Profile("7", null, false, "옛 이름"));
  }

  @Test
  void naversPersonLiesInAnEnvelopeAndNobodyVouchesForTheAddress() {
    assertThat(naver.read(json(NAVER)))
        .isEqualTo(new Profile("32742776_q-Zk1", "haneul@example.com", false, "하늘"));
  }

  @Test
  void naversOldIdsAreNumbers() {
    assertThat(naver.read(json("{\"resultcode\":\"00\",\"response\":{\"id\":32742776}}")))
        .isEqualTo(new Profile("32742776", null, false, null));
  }

  @Test
  void theNameInAPassportIsNobodysNickname() {
    assertThat(
            naver
                .read(json("{\"resultcode\":\"00\",\"response\":{\"id\":\"a\",\"name\":\"김하늘\"}}"))
                .nickname())
        .isNull();
  }

  @Test
  void naversErrorWithinAnOkIsARefusal() {
    assertRefused(
        naver,
        "{\"resultcode\":\"024\",\"message\":\"Authentication failed\"}",
        Reason.REFUSED,
        "Naver does not say who it is: resultcode 024");
  }

  @Test
  void facebooksIdIsTextAndNobodyVouchesForTheAddress() {
    assertThat(facebook.read(json(FACEBOOK)))
        .isEqualTo(new Profile("10203040506070809", "haneul@example.com", false, "Haneul Kim"));
  }

  @Test
  void aPhoneOnlyFacebookAccountHasNoAddress() {
    assertThat(facebook.read(json("{\"id\":\"1020304050\",\"name\":\"Haneul\"}")))
        .isEqualTo(new Profile("1020304050", null, false, "Haneul"));
  }

  @Test
  void whoHasNoIdIsNobody() {
    for (String id : List.of("null", "\"\"", "\"7\"", "7.5", "true", "{}", "1e400")) {
      assertRefused(kakao, "{\"id\":" + id + "}", Reason.ODD, "Kakao's id is not a number");
    }
    for (String id : List.of("null", "\"\"", "\" \"", "{}", "\"" + "x".repeat(129) + "\"")) {
      assertRefused(
          naver,
          "{\"resultcode\":\"00\",\"response\":{\"id\":" + id + "}}",
          Reason.ODD,
          "The answer does not say whose it is");
    }
    for (String id : List.of("null", "\"\"", "\"12a\"", "\"1/permissions\"", "{}")) {
      assertRefused(facebook, "{\"id\":" + id + "}", Reason.ODD, "Facebook's id is not digits");
    }
  }

  @Test
  void namesAndAddressesAreTakenOnlyInTheirForm() {
    assertThat(named("  \u202Eevil\u0000 \u200B").nickname()).isEqualTo("evil");
    assertThat(named("\u0007\u200B").nickname()).isNull();
    assertThat(named("가".repeat(100)).nickname()).isEqualTo("가".repeat(40));
    assertThat(named("😀".repeat(100)).nickname()).isEqualTo("😀".repeat(40));
    assertThat(new Profile("1", "not an address", true, null))
        .isEqualTo(new Profile("1", null, false, null));
    assertThat(new Profile("1", "a@" + "b".repeat(300) + ".kr", true, null).email()).isNull();
  }

  @Test
  void nothingOfAPersonIsPrinted() {
    assertThat(kakao.read(json(KAKAO.formatted("true", "true"))).toString())
        .isEqualTo("Profile[…]");
  }

  private static Profile named(@Nullable String nickname) {
    return new Profile("1", null, false, nickname);
  }

  private static void assertRefused(
      ProfileReader reader, String answer, Reason reason, String message) {
    assertThatThrownBy(() -> reader.read(json(answer)))
        .as(answer)
        .isInstanceOf(ProviderException.class)
        .hasMessage(message)
        .extracting(failure -> ((ProviderException) failure).reason())
        .isEqualTo(reason);
  }

  private static JsonNode json(String text) {
    return Json.tree(text.getBytes(StandardCharsets.UTF_8));
  }
}
