package io.takewithott.core.taste;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import java.util.Map;

/** Half stars, 1 to 10, shown as 0.5 to 5.0. */
public record Stars(int half) {
  private static final int MOST = 10;

  /**
   * @throws AppException INVALID_VALUE when it is not 0.5, 1.0, … 5.0
   */
  public static Stars of(double stars) {
    double half = stars * 2;
    if (!(half >= 1 && half <= MOST) || half != Math.rint(half)) {
      throw new AppException(
          ErrorCode.INVALID_VALUE,
          "Stars go from 0.5 to 5.0 in half stars, not " + stars,
          Map.of("field", "stars"));
    }
    return new Stars((int) half);
  }
}
