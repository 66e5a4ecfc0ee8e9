package io.takewithott.auth.social;

import io.takewithott.auth.social.DeletionStore.Outcome;
import java.util.Optional;

/** What became of a request for deletion, in Korean and English. */
final class DeletionPage {
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="ko"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
      <title>Take With OTT</title>
      <h1>데이터 삭제 요청</h1>
      <p>%s</p>
      <p lang="en">%s</p>
      </html>
      """;

  private DeletionPage() {}

  static String of(Optional<Outcome> outcome) {
    if (outcome.isEmpty()) {
      return PAGE.formatted(
          "이 확인 코드로 접수된 요청이 없습니다.", "There is no request with this confirmation code.");
    }
    return switch (outcome.get()) {
      case NOTHING_KNOWN ->
          PAGE.formatted("완료되었습니다. 저장된 페이스북 정보가 없었습니다.", "Done. Nothing from Facebook was stored.");
      case IDENTITY_ERASED ->
          PAGE.formatted(
              "완료되었습니다. 페이스북 연결과 그 정보를 삭제했습니다. 다른 방법으로 만든 계정은 그대로 있습니다.",
              "Done. The connection to Facebook and what came from it was deleted. The account, which"
                  + " opens in another way too, remains.");
      case ACCOUNT_ERASED ->
          PAGE.formatted(
              "완료되었습니다. 페이스북으로만 열리던 계정과 개인정보를 모두 삭제했습니다.",
              "Done. The account, which only Facebook opened, was deleted with all personal data.");
    };
  }
}
