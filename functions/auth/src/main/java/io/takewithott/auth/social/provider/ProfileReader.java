package io.takewithott.auth.social.provider;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads one provider's answer about a person. */
@FunctionalInterface
interface ProfileReader {

  /**
   * @throws ProviderException ODD when the answer does not say who it is
   */
  Profile read(JsonNode answer);
}
