package io.takewithott.auth.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A browser and a system from a User-Agent, for people to tell their devices apart. */
final class DeviceName {
  static final String UNKNOWN = "Unknown device";

  private static final int LONGEST_HEADER = 1000;

  /** What a User-Agent contains, the more telling first: Edge also says Chrome and Safari. */
  private static final Map<String, String> BROWSERS =
      table(
          "KAKAOTALK", "KakaoTalk",
          "NAVER(", "Naver",
          "Whale/", "Whale",
          "SamsungBrowser/", "Samsung Internet",
          "Edg", "Edge",
          "OPR/", "Opera",
          "Firefox/", "Firefox",
          "FxiOS/", "Firefox",
          "CriOS/", "Chrome",
          "Chrome/", "Chrome",
          "Safari/", "Safari",
          "okhttp/", "App",
          "curl/", "curl");

  private static final Map<String, String> SYSTEMS =
      table(
          "iPhone", "iPhone",
          "iPad", "iPad",
          "Android", "Android",
          "Windows", "Windows",
          "Mac OS X", "macOS",
          "CrOS", "ChromeOS",
          "Linux", "Linux");

  private DeviceName() {}

  static String of(String userAgent) {
    String text =
        userAgent.length() > LONGEST_HEADER ? userAgent.substring(0, LONGEST_HEADER) : userAgent;
    Optional<String> browser = first(BROWSERS, text);
    Optional<String> system = first(SYSTEMS, text);
    return browser
        .map(name -> system.map(place -> name + " · " + place).orElse(name))
        .or(() -> system)
        .orElse(UNKNOWN);
  }

  private static Optional<String> first(Map<String, String> names, String text) {
    return names.entrySet().stream()
        .filter(name -> text.contains(name.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static Map<String, String> table(String... pairs) {
    Map<String, String> table = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      table.put(pairs[i], pairs[i + 1]);
    }
    return table;
  }
}
