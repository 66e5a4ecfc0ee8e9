package io.takewithott.local.standin.oauth;

/**
 * What somebody agreed to, from the consent page to the exchange of its code.
 *
 * @param email whether the address may be told
 * @param challenge PKCE's, empty when none was given
 */
record Consent(
    Person person,
    boolean email,
    String redirectUri,
    String state,
    String nonce,
    String challenge) {}
