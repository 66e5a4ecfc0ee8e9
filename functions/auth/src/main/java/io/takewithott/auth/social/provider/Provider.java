package io.takewithott.auth.social.provider;

import java.util.List;
import java.util.Map;

/**
 * One line of the table of providers: everything in which they differ.
 *
 * @param name as it stands in our addresses and in the database
 * @param title as people know it, in Korean
 * @param scopes what is asked for; empty where the provider's console decides
 * @param proofKey whether the provider documents PKCE
 * @param nonce whether it puts a nonce into an ID token, if it issues one
 * @param tokenUrl asked by POST always: a client may repeat a GET whose connection broke, and a
 *     code is good once
 * @param tokenWantsState whether the exchange repeats the state
 * @param secretRequired whether there is no exchange without a client secret
 * @param profileParameters what else the profile's address takes
 * @param appSecretProof whether calls with a token carry a proof of the client's secret
 * @param reader reads who somebody is
 * @param unlink the request that ends a connection
 * @param unlinkWantsUserToken whether that takes a token of the person, so that one has to be kept
 */
public record Provider(
    String name,
    String title,
    String authorizeUrl,
    List<String> scopes,
    String scopeSeparator,
    boolean proofKey,
    boolean nonce,
    String tokenUrl,
    boolean tokenWantsState,
    boolean secretRequired,
    String profileUrl,
    Map<String, String> profileParameters,
    boolean appSecretProof,
    ProfileReader reader,
    UnlinkRequest unlink,
    boolean unlinkWantsUserToken) {

  @Override
  public String toString() {
    return name;
  }
}
