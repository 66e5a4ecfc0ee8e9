package io.takewithott.community.chat.masking;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces what may not be told. It errs towards letting prices, years and numbers of episodes
 * stand: a run of figures is taken out when it has the form of a telephone number, an account or a
 * card, not for its length alone.
 */
public final class Masking {
  private static final String MASK = "****";

  /** What stands between the figures of one number: little, and on the same line. */
  private static final String GAP = "[ .,_\\-‐-―~·•ㆍ()\\[\\]/*+]{0,3}";

  /** Looked for among figures. Landlines as well as 010; with or without the country. */
  private static final List<Pattern> TELEPHONES =
      List.of(
          Pattern.compile(
              "(?<![0-9])(?:\\+?8#2#\\(?0?\\)?|0)#1#[016789](?:#[0-9]){7,8}(?![0-9])"
                  .replace("#", GAP)),
          Pattern.compile(
              "(?<![0-9.])0(?:2|[3-6][1-5]|70|50[2-8]?|80)[ .\\-)]{0,3}[0-9]{3,4}[ .\\-]{0,3}[0-9]{4}(?![0-9])"),
          Pattern.compile("\\+[1-9](?:[ .\\-()]{0,2}[0-9]){7,14}(?![0-9])"));

  /** Groups with hyphens, of which dates have fewer figures, or one long run. */
  private static final Pattern ACCOUNT =
      Pattern.compile("(?<![0-9-])(?:[0-9]{2,6}(?: ?- ?[0-9]{1,8}){1,4}|[0-9]{10,19})(?![0-9])");

  /** Figures of an account; of two groups alone, which may be from one price to another, more. */
  private static final int LEAST = 10;

  private static final int LEAST_OF_TWO = 12;

  private static final Pattern NAMED_ACCOUNT =
      Pattern.compile(
          "(?:계좌|은행|국민|신한|우리|하나|농협|기업|카카오|카뱅|케이뱅크|토스|새마을|우체국|수협|신협|bank)[^0-9\\n]{0,10}"
              + "(?<number>[0-9](?:[ .\\-]{0,2}[0-9]){9,15})(?![0-9])");

  private static final Pattern CARD =
      Pattern.compile("(?<![0-9])[3-69](?:[ .\\-]{0,2}[0-9]){13,15}(?![0-9])");

  private static final Pattern MAIL =
      Pattern.compile(
          "[a-z0-9._%+-]+ ?(?:@|\\(at\\)|\\[at]| at | ?골뱅이) ?[a-z0-9-]+(?: ?(?:\\.|\\(dot\\)| dot |점|닷) ?"
              + "(?:[a-z]{2,}|컴|넷))+");

  private static final String SECRET =
      "비 ?밀 ?번 ?호|비 ?번|패스 ?워드|암호|(?<![a-z])(?:pass ?word|passwd|pwd|p[ .]?w)(?![a-z])";

  private static final String NAME = "아 ?이 ?디|(?<![a-z])(?:i[ .]?d|login)(?![a-z])";

  /** What is said of a credential rather than being one. */
  private static final String NO_CREDENTIAL =
      "(?!(?:is|the|and|or|wrong|not|correct|incorrect|changed?|same|new|reset|card|netflix|wavve|tving|watcha|disney|[0-9]{1,2})(?![!-~]))";

  private static final Pattern PAIR =
      Pattern.compile(
          "(?:"
              + NAME
              + ") ?[/,&] ?(?:"
              + SECRET
              + ")[ :=은는이가]{0,4}(?<one>[!-~]{3,})(?: ?[/,] ?| )(?<two>[!-~]{3,})");

  private static final Pattern CREDENTIAL =
      Pattern.compile(
          "(?:"
              + SECRET
              + "|"
              + NAME
              + ")(?: ?(?:는|은|이|가|요|입니다|=>|->|[:=;>~-]|is(?![a-z])))*\\s*"
              + NO_CREDENTIAL
              + "(?<one>[!-~&&[^/,&]][!-~]{2,})");

  private Masking() {}

  public static Masked mask(String text) {
    Shadow shadow = new Shadow(text);
    BitSet taken = new BitSet();
    String plain = shadow.plain();
    String figures = shadow.figures();
    TELEPHONES.forEach(pattern -> take(pattern.matcher(figures), taken));
    takeAccounts(plain, taken);
    takeNamed(NAMED_ACCOUNT.matcher(plain), "number", taken);
    takeCards(plain, taken);
    take(MAIL.matcher(plain), taken);
    Matcher pair = PAIR.matcher(plain);
    while (pair.find()) {
      taken.set(pair.start("one"), pair.end("one"));
      taken.set(pair.start("two"), pair.end("two"));
    }
    takeNamed(CREDENTIAL.matcher(plain), "one", taken);
    return taken.isEmpty() ? new Masked(text, false) : new Masked(rest(shadow, taken), true);
  }

  private static void take(Matcher matcher, BitSet taken) {
    while (matcher.find()) {
      taken.set(matcher.start(), matcher.end());
    }
  }

  private static void takeNamed(Matcher matcher, String group, BitSet taken) {
    while (matcher.find()) {
      taken.set(matcher.start(group), matcher.end(group));
    }
  }

  private static void takeAccounts(String plain, BitSet taken) {
    Matcher matcher = ACCOUNT.matcher(plain);
    while (matcher.find()) {
      String digits = matcher.group().replaceAll("[^0-9]", "");
      boolean years = matcher.group().matches("(?:(?:19|20)[0-9]{2} ?-? ?)+");
      boolean range = matcher.group().matches("[0-9]+ ?- ?[0-9]+");
      if (digits.length() >= (range ? LEAST_OF_TWO : LEAST) && !years) {
        taken.set(matcher.start(), matcher.end());
      }
    }
  }

  private static void takeCards(String plain, BitSet taken) {
    Matcher matcher = CARD.matcher(plain);
    while (matcher.find()) {
      if (isCard(matcher.group().replaceAll("[^0-9]", ""))) {
        taken.set(matcher.start(), matcher.end());
      }
    }
  }

  /** By the check digit (Luhn), which one in ten of all other runs of figures has as well. */
  private static boolean isCard(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 1 ? digit * 2 : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }

  private static String rest(Shadow shadow, BitSet taken) {
    int[] codePoints = shadow.codePoints();
    StringBuilder rest = new StringBuilder();
    for (int i = 0; i < codePoints.length; i++) {
      if (!taken.get(i)) {
        rest.appendCodePoint(codePoints[i]);
      } else if (i == 0 || !taken.get(i - 1)) {
        rest.append(MASK);
      }
    }
    return rest.toString();
  }
}
