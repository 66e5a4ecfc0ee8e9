package io.takewithott.local.chat;

import java.util.Optional;

/** A moment in letters, for figures of its length are taken out of messages. */
final class Moment {
  private static final String LETTERS = "bcfghkmnqz";

  private Moment() {}

  static String text(long millis) {
    StringBuilder text = new StringBuilder();
    Long.toString(millis).chars().forEach(digit -> text.append(LETTERS.charAt(digit - '0')));
    return text.toString();
  }

  /** The last word of a text, if it is a moment. */
  static Optional<Long> in(String text) {
    String word = text.substring(text.lastIndexOf(' ') + 1);
    if (word.length() != 13 || !word.chars().allMatch(each -> LETTERS.indexOf(each) >= 0)) {
      return Optional.empty();
    }
    long millis = 0;
    for (char letter : word.toCharArray()) {
      millis = millis * 10 + LETTERS.indexOf(letter);
    }
    return Optional.of(millis);
  }
}
