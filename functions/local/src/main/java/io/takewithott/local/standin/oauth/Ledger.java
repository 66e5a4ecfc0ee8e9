package io.takewithott.local.standin.oauth;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** What one provider remembers: codes, each good once, tokens, and who is connected to the app. */
final class Ledger {
  private static final int BYTES = 30;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Consent> codes = new ConcurrentHashMap<>();
  private final Map<String, Consent> accessTokens = new ConcurrentHashMap<>();
  private final Map<String, Consent> refreshTokens = new ConcurrentHashMap<>();
  private final Set<String> connected = ConcurrentHashMap.newKeySet();

  String code(Consent consent) {
    String code = random();
    codes.put(code, consent);
    return code;
  }

  /** Spends a code; a second time it is worth nothing. */
  Optional<Consent> spend(String code) {
    return Optional.ofNullable(codes.remove(code));
  }

  String accessToken(Consent consent) {
    String token = random();
    accessTokens.put(token, consent);
    connected.add(consent.person().key());
    return token;
  }

  String refreshToken(Consent consent) {
    String token = random();
    refreshTokens.put(token, consent);
    return token;
  }

  Optional<Consent> ofAccessToken(String token) {
    return Optional.ofNullable(accessTokens.get(token)).filter(this::isConnected);
  }

  Optional<Consent> ofRefreshToken(String token) {
    return Optional.ofNullable(refreshTokens.get(token)).filter(this::isConnected);
  }

  /** Whether there was a connection to end. */
  boolean disconnect(String personKey) {
    return connected.remove(personKey);
  }

  /** The keys of everybody connected, in order. */
  Set<String> connected() {
    return new TreeSet<>(connected);
  }

  private boolean isConnected(Consent consent) {
    return connected.contains(consent.person().key());
  }

  private String random() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
