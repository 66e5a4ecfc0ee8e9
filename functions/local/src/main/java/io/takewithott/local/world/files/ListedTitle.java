package io.takewithott.local.world.files;

import io.takewithott.local.world.Title;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A title as film lists write it: {@code City of Lost Children, The (Cité des enfants perdus, La)
 * (1995)} is The City of Lost Children of 1995, originally La Cité des enfants perdus.
 */
record ListedTitle(String title, String originalTitle, @Nullable Integer year) {
  /** The year last, in brackets; a series has a span, perhaps an open one. */
  private static final Pattern YEAR_AT_END =
      Pattern.compile("^(.*?)\\s*\\((\\d{4})(?:\\s*[-–]\\s*(?:\\d{4})?)?\\)\\s*$");

  private static final Pattern OTHER_NAME_AT_END = Pattern.compile("^(.+?)\\s*\\(([^()]+)\\)$");
  private static final Pattern ALSO_KNOWN_AS =
      Pattern.compile("^a\\.?k\\.?a\\.?\\s+", Pattern.CASE_INSENSITIVE);
  private static final Pattern ARTICLE_AT_END = Pattern.compile("^(.+), ([\\p{L}']{1,3})$");

  private static final Map<String, String> ARTICLES =
      Stream.of(
              "The", "A", "An", "Le", "La", "Les", "L'", "Un", "Une", "Il", "Lo", "Gli", "El",
              "Los", "Las", "Der", "Die", "Das", "Den", "Det", "De", "Het", "O", "Os")
          .collect(Collectors.toMap(word -> word.toLowerCase(Locale.ROOT), word -> word));

  static final int EARLIEST_YEAR = 1870;
  static final int LATEST_YEAR = 2100;

  static ListedTitle parse(String text) {
    String name = Fields.name(text);
    Integer year = null;
    Matcher dated = YEAR_AT_END.matcher(name);
    if (dated.matches() && !dated.group(1).isBlank()) {
      name = dated.group(1).strip();
      year = year(dated.group(2));
    }
    if (name.isEmpty()) {
      throw new RejectedLine("a title without a name");
    }
    String other = null;
    for (Matcher twice = OTHER_NAME_AT_END.matcher(name);
        twice.matches();
        twice = OTHER_NAME_AT_END.matcher(name)) {
      name = twice.group(1);
      if (other == null && !ALSO_KNOWN_AS.matcher(twice.group(2)).find()) {
        other = articleFirst(twice.group(2).strip());
      }
    }
    String title = articleFirst(name);
    return new ListedTitle(title, other == null ? title : other, year);
  }

  /** The year where it is one that a film can have. */
  static @Nullable Integer year(String digits) {
    int year = Integer.parseInt(digits);
    return year >= EARLIEST_YEAR && year <= LATEST_YEAR ? year : null;
  }

  Title as(String key, @Nullable Integer otherwiseYear, List<String> genres) {
    return Title.named(
        key, title, originalTitle, title, year == null ? otherwiseYear : year, genres);
  }

  private static String articleFirst(String name) {
    Matcher matcher = ARTICLE_AT_END.matcher(name);
    if (!matcher.matches()) {
      return name;
    }
    String article = ARTICLES.get(matcher.group(2).toLowerCase(Locale.ROOT));
    if (article == null) {
      return name;
    }
    return article + (article.endsWith("'") ? "" : " ") + matcher.group(1);
  }
}
