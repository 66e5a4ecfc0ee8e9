package io.takewithott.benchmarks.search;

import java.util.Optional;
import java.util.Random;

/** Spoils titles, the same from the same seed. Empty where a way does not apply to a title. */
final class TitleSpoiler {
  private static final int LEAST_INITIALS = 3;

  private final Random random;

  TitleSpoiler(long seed) {
    this.random = new Random(seed);
  }

  Optional<String> spoil(String title, TitleSpoiling spoiling) {
    String bare = title.replaceAll("[^\\p{L}\\p{N}]+", "");
    boolean hangul = bare.matches("[가-힣]+");
    boolean letters = bare.matches("[가-힣A-Za-z]+");
    return switch (spoiling) {
      case NO_SPACES -> Optional.of(bare);
      case BEGINNING ->
          bare.length() < 3
              ? Optional.empty()
              : Optional.of(bare.substring(0, Math.max(2, (bare.length() + 1) / 2)));
      case TYPO -> letters && bare.length() > 1 ? typo(bare) : Optional.empty();
      case LAYOUT -> hangul ? Optional.of(Keyboard.keys(bare)) : Optional.empty();
      case INITIALS -> initials(bare, hangul, -1);
      case PARTLY_INITIALS -> initials(bare, hangul, random.nextInt(Math.max(1, bare.length())));
      case ROMANISED -> hangul ? Optional.of(Romanisation.strict(bare)) : Optional.empty();
      case LOOSELY_ROMANISED ->
          hangul ? Optional.of(Romanisation.loose(bare, random)) : Optional.empty();
    };
  }

  private Optional<String> typo(String bare) {
    String keys = Keyboard.keys(bare);
    if (keys.length() < 4) {
      return Optional.empty();
    }
    int at = 1 + random.nextInt(keys.length() - 2);
    char other = (char) ('a' + random.nextInt(26));
    String typed =
        switch (random.nextInt(4)) {
          case 0 -> keys.substring(0, at) + other + keys.substring(at + 1);
          case 1 -> keys.substring(0, at) + keys.substring(at + 1);
          case 2 -> keys.substring(0, at) + other + keys.substring(at);
          default ->
              keys.substring(0, at)
                  + keys.charAt(at + 1)
                  + keys.charAt(at)
                  + keys.substring(at + 2);
        };
    return Optional.of(bare.matches(".*[가-힣].*") ? Keyboard.typed(typed) : typed);
  }

  private static Optional<String> initials(String bare, boolean hangul, int whole) {
    if (!hangul || bare.length() < LEAST_INITIALS) {
      return Optional.empty();
    }
    StringBuilder initials = new StringBuilder();
    for (int i = 0; i < bare.length(); i++) {
      initials.append(i == whole ? bare.charAt(i) : Keyboard.onset(bare.charAt(i)));
    }
    return Optional.of(initials.toString());
  }
}
