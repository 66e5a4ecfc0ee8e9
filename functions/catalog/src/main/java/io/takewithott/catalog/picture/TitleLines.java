package io.takewithott.catalog.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A name set in lines: at the largest size at which it takes few enough, words whole where they fit
 * a line, and the lines as even as they can be, so that no single syllable is left over. Widths are
 * estimated in em: a Hangul syllable or an ideograph is as wide as it is high.
 *
 * @param size of the type, in units of the drawing
 */
record TitleLines(int size, List<String> lines) {
  private static final int[] SIZES = {46, 40, 34, 29, 25, 21};
  private static final double MOST_WIDTH = 244;
  private static final int MOST_LINES = 6;

  /** What fits at the smallest size, and more than any poster shows. */
  private static final int MOST_CHARACTERS = 100;

  /** What is one character to a reader, even if it is written with several. */
  private static final Pattern CHARACTER = Pattern.compile("\\X");

  /** Marks that are piled up on one letter are a prank. */
  private static final int MOST_CODE_UNITS = 16;

  private static final double WIDE = 0.98;
  private static final double CAPITAL = 0.68;
  private static final double NARROW = 0.54;
  private static final double SPACE = 0.28;
  private static final int STEPS = 12;

  static TitleLines of(String title) {
    List<String> words = words(title);
    for (int size : SIZES) {
      double width = MOST_WIDTH / size;
      List<String> lines = wrapped(words, width);
      int most = Math.min(MOST_LINES, 3 + (SIZES[0] - size) / 6);
      if (lines.size() <= most && words.stream().allMatch(word -> width(word) <= width)) {
        return new TitleLines(size, evened(words, width, lines.size()));
      }
    }
    int smallest = SIZES[SIZES.length - 1];
    List<String> lines = wrapped(words, MOST_WIDTH / smallest);
    return new TitleLines(smallest, cut(lines));
  }

  /** At the narrowest width that takes no more lines. */
  private static List<String> evened(List<String> words, double width, int count) {
    double low = 0;
    double high = width;
    for (int step = 0; step < STEPS; step++) {
      double middle = (low + high) / 2;
      boolean fits =
          words.stream().allMatch(word -> width(word) <= middle)
              && wrapped(words, middle).size() <= count;
      if (fits) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return wrapped(words, high);
  }

  private static List<String> cut(List<String> lines) {
    if (lines.size() <= MOST_LINES) {
      return lines;
    }
    List<String> first = new ArrayList<>(lines.subList(0, MOST_LINES));
    first.set(MOST_LINES - 1, first.get(MOST_LINES - 1) + "…");
    return first;
  }

  private static List<String> wrapped(List<String> words, double width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : words) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (width(longer) <= width) {
        line = longer;
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line);
      }
      List<String> pieces = broken(word, width);
      lines.addAll(pieces.subList(0, pieces.size() - 1));
      line = pieces.get(pieces.size() - 1);
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    return lines;
  }

  private static List<String> broken(String word, double width) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (String character : characters(word)) {
      if (!piece.isEmpty() && width(piece + character) > width) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
      piece.append(character);
    }
    pieces.add(piece.toString());
    return pieces;
  }

  private static List<String> words(String title) {
    StringBuilder clean = new StringBuilder();
    int count = 0;
    for (String character : characters(title)) {
      if (count++ < MOST_CHARACTERS && character.length() <= MOST_CODE_UNITS) {
        clean.append(character.codePoints().allMatch(TitleLines::isVisible) ? character : " ");
      }
    }
    List<String> words = List.of(clean.toString().strip().split("\\s+"));
    return words.get(0).isEmpty() ? List.of("?") : words;
  }

  private static List<String> characters(String text) {
    return CHARACTER.matcher(text).results().map(MatchResult::group).toList();
  }

  /** What an XML document may hold and a reader can see; nothing that turns the writing around. */
  private static boolean isVisible(int codePoint) {
    boolean xml =
        codePoint >= ' '
            && (codePoint < 0x7F || codePoint > 0x9F)
            && (codePoint < 0xD800 || codePoint > 0xDFFF)
            && (codePoint & 0xFFFE) != 0xFFFE;
    boolean turns =
        (codePoint >= 0x202A && codePoint <= 0x202E)
            || (codePoint >= 0x2066 && codePoint <= 0x2069);
    return xml && !turns;
  }

  private static double width(String text) {
    return text.codePoints().mapToDouble(TitleLines::width).sum();
  }

  private static double width(int codePoint) {
    if (codePoint >= 0x1100) {
      return WIDE;
    }
    if (codePoint == ' ') {
      return SPACE;
    }
    return Character.isUpperCase(codePoint) || Character.isDigit(codePoint) ? CAPITAL : NARROW;
  }
}
