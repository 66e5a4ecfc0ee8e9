package io.takewithott.catalog.suggestion;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an administrator decides. */
final class DecisionRequests {
  private DecisionRequests() {}

  /** Why a line is refused; as the database has it. */
  enum Refusal {
    WRONG_TITLE,
    NOT_SAID,
    DUPLICATE,
    OFFENSIVE,
    OTHER
  }

  /**
   * @param line in place of the suggested one, where it has to be put right
   */
  record Acceptance(@Nullable String line, @Nullable String speaker) {
    Acceptance {
      line =
          line == null
              ? null
              : LineText.of("line", line, LineRequest.LEAST_LETTERS, LineRequest.LONGEST);
      speaker =
          speaker == null ? null : LineText.of("speaker", speaker, 1, LineRequest.LONGEST_SPEAKER);
    }
  }

  /**
   * @param reason one of {@link Refusal}
   */
  record RefusalRequest(String reason) {
    RefusalRequest(@Nullable String reason) {
      this.reason = reason == null ? "" : reason;
      if (Arrays.stream(Refusal.values()).noneMatch(one -> one.name().equals(this.reason))) {
        throw new AppException(
            ErrorCode.INVALID_VALUE,
            "reason is one of " + Arrays.toString(Refusal.values()),
            Map.of("field", "reason"));
      }
    }

    Refusal refusal() {
      return Refusal.valueOf(reason);
    }
  }
}
