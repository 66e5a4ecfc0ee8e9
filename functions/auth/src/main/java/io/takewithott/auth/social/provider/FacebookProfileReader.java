package io.takewithott.auth.social.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * Facebook: a bare object. The id is ours alone (app-scoped); the address is absent for accounts
 * that have none and for people who unticked it, and nothing says that it was ever checked.
 */
final class FacebookProfileReader implements ProfileReader {
  private static final Pattern ID = Pattern.compile("[0-9]{1,40}");

  @Override
  public Profile read(JsonNode answer) {
    String id = answer.path("id").asText("");
    if (!ID.matcher(id).matches()) {
      throw new ProviderException(ProviderException.Reason.ODD, "Facebook's id is not digits");
    }
    return new Profile(
        id, answer.path("email").textValue(), false, answer.path("name").textValue());
  }
}
