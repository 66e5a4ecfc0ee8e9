package io.takewithott.catalog.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people say around a line they half remember: hesitation, "what was it again", "the line
 * where", "in that film".
 */
public final class Fillers {
  /** Between words, so that 음악 or 어머니 keep their beginnings. */
  private static final String BEFORE = "(?<![\\p{L}\\p{N}])";

  private static final String AFTER = "(?![\\p{L}\\p{N}])";

  private static final Pattern ANYWHERE =
      Pattern.compile(
          BEFORE
              + "(?:음+|으음|어+|아+|엄+|흠+|에+|저기|저기요|막|그+|있잖아요?|왜|그거|그게|그 ?뭐(?:지|냐|더라|였더라|였지|라더라|라고)?"
              + "|뭐(?:더라|였더라|였지|지|냐|라더라|라고 했더라)|뭐라 ?그랬더라|uh+|um+|hmm+|er+|well|like|you know)"
              + AFTER
              + "[\\s,.…?~]*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern AT_THE_END =
      Pattern.compile(
          "[\\s,.…'\"”’]*(?:(?:이?라고|라는|이?라던|하는|이런|그런)?\\s*(?:하는|했던|말하는|나오는|나왔던|외치는|그)?\\s*)?"
              + "(?:대사|명대사|장면|영화|작품|부분)(?:가|이|를|을|는|은|도)?"
              + "(?:\\s*(?:있는|나오는|나온|나왔던|하는|했던|나오던|유명한)\\s*(?:영화|작품|드라마|거|것|장면)?)?"
              + "(?:\\s*(?:뭐|무엇|뭔|어떤|무슨)[\\p{L} ]{0,8}|\\s*(?:있(?:었)?(?:잖아|지|는데|던데)|찾아 ?줘|알려 ?줘|어디)[\\p{L} ]{0,6})?[\\s?.!~…]*$");

  private static final Pattern QUOTED_END =
      Pattern.compile(
          "[\\s,.…'\"”’]*(?:이?라고|이?라는|이?라던)\\s*(?:한|하는|했던|했던 거|말한|그런|거|것)?\\s*(?:거|것)?[\\s?.!~…]*$");

  private static final Pattern ENGLISH_ENDS =
      Pattern.compile(
          "^\\s*(?:the (?:movie|film) (?:where|with|that goes)|(?:what's|what is|which is) the (?:movie|film)"
              + " (?:where|with)|(?:it'?s|it was) something like|(?:that|the) (?:line|quote))(?:"
              + " (?:he|she|they|someone|somebody|the guy) says?)?[\\s,:]+|[\\s,]+(?:something like that|or something|from"
              + " (?:that|a|some) (?:movie|film)|what(?:'s| is| was) (?:that|the) (?:movie|film))[\\s?.!]*$",
          Pattern.CASE_INSENSITIVE);

  private Fillers() {}

  /** The text without them; as it was if nothing else would be left. */
  public static String without(String text) {
    String left = ENGLISH_ENDS.matcher(text).replaceAll(" ");
    left = kept(left, AT_THE_END);
    left = kept(left, QUOTED_END);
    left = ANYWHERE.matcher(left).replaceAll(" ").strip();
    return FoldedText.of(left).length() < 2 ? text : left;
  }

  private static String kept(String text, Pattern end) {
    Matcher matcher = end.matcher(text);
    return matcher.find() && matcher.start() > 0 ? text.substring(0, matcher.start()) : text;
  }
}
