package io.takewithott.catalog.tmdb;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.catalog.tmdb.TmdbException.Reason;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** TMDB's detail of a title in our words: in Korean, and where there is no Korean, in English. */
final class TitleReading {
  private static final Pattern IMDB = Pattern.compile("tt[0-9]{5,12}");
  private static final Pattern PICTURE = Pattern.compile("/[A-Za-z0-9_-]{1,80}\\.(jpg|png)");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final int MOST_COUNTRIES = 8;
  private static final int MOST_KEYWORDS = 20;
  private static final int LONGEST_KEYWORD = 40;
  private static final int LONGEST_RUNTIME = 6000;
  private static final int FIRST_YEAR = 1870;
  private static final int LAST_YEAR = 2100;

  private final JsonNode title;
  private final TitleKey key;
  private final Translations translations;

  private TitleReading(JsonNode title, TitleKey key) {
    this.title = title;
    this.key = key;
    this.translations = new Translations(title, key.kind());
  }

  /**
   * The title; nothing when it is one that we do not show: for adults alone, or without a name.
   *
   * @throws TmdbException ODD when the answer is about something else
   */
  static Optional<FoundTitle> of(JsonNode title, TitleKey key) {
    if (title.path("id").asLong() != key.tmdbId()) {
      throw new TmdbException(Reason.ODD, "The answer is about another title");
    }
    return new TitleReading(title, key).read();
  }

  private Optional<FoundTitle> read() {
    String original = text(isFilm() ? "original_title" : "original_name", Texts.LONGEST_NAME);
    String english = english(original);
    String name = name(original, english);
    if (title.path("adult").asBoolean() || name == null) {
      return Optional.empty();
    }
    String imdb = title.path("external_ids").path("imdb_id").asText("");
    return Optional.of(
        new FoundTitle(
            key,
            IMDB.matcher(imdb).matches() ? imdb : null,
            facts(name, original == null ? name : original, english)));
  }

  private TitleFacts facts(String name, String original, @Nullable String english) {
    LocalDate released = released();
    String overview = text("overview", Texts.LONGEST_OVERVIEW);
    String englishOverview = translations.overview("en", "US");
    return new TitleFacts(
        name,
        original,
        english,
        released == null ? null : Integer.valueOf(released.getYear()),
        released == null ? null : released.toString(),
        runtime(),
        isFilm() ? AgeRatings.ofFilm(title) : AgeRatings.ofSeries(title),
        countries(),
        overview == null ? englishOverview : overview,
        englishOverview,
        null,
        picture("poster_path"),
        picture("backdrop_path"),
        GenreWords.of(title.path("genres")),
        keywords(),
        Billing.of(title, key.kind()),
        Providers.of(title),
        Videos.of(title));
  }

  /** Asked for in Korean, TMDB answers with the original name where it knows no Korean one. */
  private @Nullable String name(@Nullable String original, @Nullable String english) {
    String korean = translations.name("ko", "KR");
    String shown = text(isFilm() ? "title" : "name", Texts.LONGEST_NAME);
    if (korean != null) {
      return korean;
    }
    if (shown != null && (Texts.isHangul(shown) || english == null)) {
      return shown;
    }
    return english == null ? original : english;
  }

  private @Nullable String english(@Nullable String original) {
    String english = translations.name("en", "US");
    return english == null && "en".equals(title.path("original_language").asText())
        ? original
        : english;
  }

  private @Nullable LocalDate released() {
    String text = title.path(isFilm() ? "release_date" : "first_air_date").asText("");
    try {
      LocalDate day = LocalDate.parse(text);
      return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR ? day : null;
    } catch (DateTimeParseException none) {
      return null;
    }
  }

  private @Nullable Integer runtime() {
    int minutes =
        isFilm() ? title.path("runtime").asInt() : title.path("episode_run_time").path(0).asInt();
    return minutes >= 1 && minutes <= LONGEST_RUNTIME ? minutes : null;
  }

  private String countries() {
    List<String> codes = new ArrayList<>();
    for (JsonNode country : title.path(isFilm() ? "production_countries" : "origin_country")) {
      String code = country.isTextual() ? country.asText() : country.path("iso_3166_1").asText("");
      if (COUNTRY.matcher(code).matches()
          && !codes.contains(code)
          && codes.size() < MOST_COUNTRIES) {
        codes.add(code);
      }
    }
    return String.join(",", codes);
  }

  private List<String> keywords() {
    JsonNode keywords = title.path("keywords").path(isFilm() ? "keywords" : "results");
    TreeSet<String> words = new TreeSet<>();
    for (JsonNode keyword : keywords) {
      String word = Texts.of(keyword.path("name"), LONGEST_KEYWORD);
      if (word != null && words.size() < MOST_KEYWORDS) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    return List.copyOf(words);
  }

  private @Nullable String picture(String field) {
    String path = title.path(field).asText("");
    return PICTURE.matcher(path).matches() ? path : null;
  }

  private @Nullable String text(String field, int most) {
    return Texts.of(title.path(field), most);
  }

  private boolean isFilm() {
    return key.kind() == Kind.FILM;
  }
}
