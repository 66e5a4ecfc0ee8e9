package io.takewithott.auth.social.provider;

/**
 * What belongs to one asking for consent, from its beginning to the exchange.
 *
 * @param verifier PKCE's
 * @param redirectUri the same, to the letter, in both requests
 */
public record Authorization(String state, String nonce, String verifier, String redirectUri) {

  @Override
  public String toString() {
    return "Authorization[…]";
  }
}
