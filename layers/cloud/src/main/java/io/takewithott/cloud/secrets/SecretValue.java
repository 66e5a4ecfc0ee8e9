package io.takewithott.cloud.secrets;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A secret's value: a text, or bytes in Base64. Its text form does not show it.
 *
 * @param text set exactly if {@code binary} is not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SecretValue(@Nullable String text, @Nullable String binary) {

  static SecretValue of(String text) {
    return new SecretValue(text, null);
  }

  @Override
  public String toString() {
    return "SecretValue[hidden]";
  }
}
