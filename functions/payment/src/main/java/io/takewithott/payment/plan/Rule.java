package io.takewithott.payment.plan;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import java.time.LocalDate;
import java.util.Map;

/**
 * A service's own rule, with where it was read and when.
 *
 * @param text in Korean
 */
public record Rule(String text, String english, String source, LocalDate asOf) {
  /** The rule of {@code party_plans l}, as a column {@code rule_json}. */
  public static final String COLUMN =
      """
      json_build_object('text', l.rule, 'english', l.english_rule, 'source', l.rule_source,
                        'as_of', l.rule_as_of)::text as rule_json
      """;

  /** Why something cannot be, with the rule quoted. */
  public AppException forbids(String what) {
    return new AppException(
        ErrorCode.RULE_FORBIDS,
        what + ": " + text,
        Map.of("rule", text, "englishRule", english, "source", source, "asOf", asOf.toString()));
  }
}
