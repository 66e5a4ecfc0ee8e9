package io.takewithott.auth.social.provider;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Naver: everything lies in an envelope whose code says whether it worked, whatever the HTTP status
 * does. The address is the one to contact somebody at, which they may have typed in: not proven.
 */
final class NaverProfileReader implements ProfileReader {
  private static final String OK = "00";

  @Override
  public Profile read(JsonNode answer) {
    if (!OK.equals(answer.path("resultcode").asText())) {
      throw new ProviderException(
          ProviderException.Reason.REFUSED,
          "Naver does not say who it is: resultcode "
              + ProviderHttp.printable(answer.path("resultcode").asText()));
    }
    JsonNode person = answer.path("response");
    JsonNode id = person.path("id");
    return new Profile(
        // Apps from before May 2021 get numbers.
        id.isTextual() || id.isIntegralNumber() ? id.asText() : "",
        person.path("email").textValue(),
        false,
        // Never the name: it is the one in the passport, and nicknames are for all to see.
        person.path("nickname").textValue());
  }
}
