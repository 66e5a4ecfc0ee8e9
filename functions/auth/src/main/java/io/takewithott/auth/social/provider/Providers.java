package io.takewithott.auth.social.provider;

import static io.takewithott.auth.social.provider.ProviderRequest.Method.DELETE;
import static io.takewithott.auth.social.provider.ProviderRequest.Method.POST;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of providers. */
public final class Providers {
  /** Pinned: an unpinned call takes the oldest version still served, and changes under us. */
  private static final String GRAPH_VERSION = "v23.0";

  private static final String GRAPH = "https://graph.facebook.com/" + GRAPH_VERSION;

  static final Provider KAKAO =
      new Provider(
          "kakao",
          "카카오",
          "https://kauth.kakao.com/oauth/authorize",
          // What the console says: asking for what an app may not have is refused altogether.
          List.of(),
          ",",
          false,
          true,
          "https://kauth.kakao.com/oauth/token",
          false,
          false,
          "https://kapi.kakao.com/v2/user/me",
          Map.of(),
          false,
          new KakaoProfileReader(),
          Providers::kakaoUnlink,
          false);

  static final Provider NAVER =
      new Provider(
          "naver",
          "네이버",
          "https://nid.naver.com/oauth2.0/authorize",
          List.of(),
          " ",
          false,
          false,
          "https://nid.naver.com/oauth2.0/token",
          true,
          true,
          "https://openapi.naver.com/v1/nid/me",
          Map.of(),
          false,
          new NaverProfileReader(),
          Providers::naverUnlink,
          true);

  static final Provider FACEBOOK =
      new Provider(
          "facebook",
          "페이스북",
          "https://www.facebook.com/" + GRAPH_VERSION + "/dialog/oauth",
          List.of("email", "public_profile"),
          ",",
          true,
          true,
          GRAPH + "/oauth/access_token",
          false,
          true,
          GRAPH + "/me",
          Map.of("fields", "id,name,email"),
          true,
          new FacebookProfileReader(),
          Providers::facebookUnlink,
          false);

  public static final List<Provider> ALL = List.of(KAKAO, NAVER, FACEBOOK);

  private Providers() {}

  public static Optional<Provider> named(String name) {
    return ALL.stream().filter(provider -> provider.name().equals(name)).findFirst();
  }

  /** With the app's own key: a person's token would have ended hours after the log-in. */
  private static Optional<ProviderRequest> kakaoUnlink(
      Registration registration, String providerUserId, String userToken) {
    return Optional.ofNullable(registration.adminKey())
        .map(
            key ->
                new ProviderRequest(
                    POST,
                    "https://kapi.kakao.com/v1/user/unlink",
                    Map.of("target_id_type", "user_id", "target_id", providerUserId),
                    "KakaoAK " + key));
  }

  private static Optional<ProviderRequest> naverUnlink(
      Registration registration, String providerUserId, String userToken) {
    return Optional.of(
        new ProviderRequest(
            POST,
            "https://nid.naver.com/oauth2.0/token",
            Map.of(
                "grant_type",
                "delete",
                "client_id",
                registration.clientId(),
                "client_secret",
                registration.secret(),
                "access_token",
                userToken,
                "service_provider",
                "NAVER"),
            ""));
  }

  private static Optional<ProviderRequest> facebookUnlink(
      Registration registration, String providerUserId, String userToken) {
    String appToken = registration.clientId() + "|" + registration.secret();
    return Optional.of(
        new ProviderRequest(
            DELETE,
            GRAPH + "/" + providerUserId + "/permissions",
            Map.of("appsecret_proof", Signatures.hex(appToken, registration.secret())),
            "Bearer " + appToken));
  }
}
