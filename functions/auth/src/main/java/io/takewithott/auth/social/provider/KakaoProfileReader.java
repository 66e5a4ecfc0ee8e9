package io.takewithott.auth.social.provider;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Kakao: the id is a 64-bit number, everything else lies in objects that may be absent or null. An
 * address counts as proven only when it is both valid (it still belongs to this account) and
 * verified.
 */
final class KakaoProfileReader implements ProfileReader {

  @Override
  public Profile read(JsonNode answer) {
    JsonNode id = answer.path("id");
    if (!id.isIntegralNumber() || !id.canConvertToLong()) {
      throw new ProviderException(ProviderException.Reason.ODD, "Kakao's id is not a number");
    }
    JsonNode account = answer.path("kakao_account");
    boolean proven =
        account.path("is_email_valid").asBoolean(false)
            && account.path("is_email_verified").asBoolean(false);
    String nickname = account.path("profile").path("nickname").textValue();
    return new Profile(
        id.asText(),
        account.path("email").textValue(),
        proven,
        nickname == null ? answer.path("properties").path("nickname").textValue() : nickname);
  }
}
