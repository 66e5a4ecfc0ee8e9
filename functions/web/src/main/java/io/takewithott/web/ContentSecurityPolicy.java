package io.takewithott.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a page may load, from where, and whom it may ask: nothing but what is named here. */
record ContentSecurityPolicy(Map<String, List<String>> sources) {
  private static final String OWN = "'self'";
  private static final String NOTHING = "'none'";

  /** Imported posters and backdrops stay where they are. */
  private static final String IMPORTED_PICTURES = "https://image.tmdb.org";

  /** Imported trailers, in frames that set no cookies before somebody plays them. */
  private static final String TRAILERS = "https://www.youtube-nocookie.com";

  /** The payment provider's script, loaded by who is about to pay, and where it leads them. */
  private static final String PAYMENT_SCRIPT = "https://js.bootpay.co.kr";

  private static final String PAYMENT = "https://*.bootpay.co.kr";

  /**
   * @param uploadHost where a page may put a photo; nothing is ever read from there by a page. It
   *     is shown as {@code blob:} before that
   * @param sockets where it may open WebSockets, besides its own address
   */
  static ContentSecurityPolicy of(String uploadHost, Optional<URI> sockets) {
    List<String> asked = new ArrayList<>(List.of(OWN, uploadHost, PAYMENT));
    sockets.ifPresent(socket -> asked.add(socket.getScheme() + "://" + socket.getAuthority()));
    Map<String, List<String>> sources = new LinkedHashMap<>();
    sources.put("default-src", List.of(NOTHING));
    sources.put("script-src", List.of(OWN, PAYMENT_SCRIPT));
    sources.put("style-src", List.of(OWN));
    sources.put("img-src", List.of(OWN, "data:", "blob:", IMPORTED_PICTURES));
    sources.put("media-src", List.of(OWN));
    sources.put("font-src", List.of(OWN));
    sources.put("connect-src", asked);
    sources.put("frame-src", List.of(TRAILERS, PAYMENT));
    sources.put("manifest-src", List.of(OWN));
    sources.put("worker-src", List.of(OWN));
    sources.put("base-uri", List.of(NOTHING));
    sources.put("form-action", List.of(OWN, PAYMENT));
    sources.put("frame-ancestors", List.of(NOTHING));
    return new ContentSecurityPolicy(sources);
  }

  /** Lets this one script stand in the page itself. */
  ContentSecurityPolicy with(String script) {
    Map<String, List<String>> more = new LinkedHashMap<>(sources);
    List<String> scripts = new ArrayList<>(sources.getOrDefault("script-src", List.of()));
    scripts.add("'sha256-" + Base64.getEncoder().encodeToString(sha256(script)) + "'");
    more.put("script-src", scripts);
    return new ContentSecurityPolicy(more);
  }

  private static byte[] sha256(String script) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JVM has SHA-256", impossible);
    }
  }

  String header() {
    return sources.entrySet().stream()
        .map(directive -> directive.getKey() + " " + String.join(" ", directive.getValue()))
        .collect(Collectors.joining("; "));
  }
}
