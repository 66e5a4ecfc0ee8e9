package io.takewithott.auth.account;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How old somebody is, no more exactly than age ratings need it. Below 14 an account would take a
 * guardian's consent in Korea, so there is no band for it.
 */
public enum AgeBand {
  FOURTEEN("14"),
  FIFTEEN_TO_EIGHTEEN("15-18"),
  NINETEEN_TO_TWENTIES("19-29"),
  THIRTIES("30-39"),
  FORTIES("40-49"),
  FIFTIES("50-59"),
  SIXTY_AND_OVER("60+");

  private final String code;

  AgeBand(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /**
   * The band of a code, or none when none is given.
   *
   * @throws AppException INVALID_VALUE
   */
  public static @Nullable AgeBand of(@Nullable String code) {
    if (code == null || code.isBlank()) {
      return null;
    }
    return Arrays.stream(values())
        .filter(band -> band.code.equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new AppException(
                    ErrorCode.INVALID_VALUE,
                    "An age band is one of "
                        + String.join(", ", Arrays.stream(values()).map(AgeBand::code).toList()),
                    Map.of("field", "ageBand")));
  }
}
