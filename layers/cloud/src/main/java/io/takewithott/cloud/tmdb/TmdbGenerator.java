package io.takewithott.cloud.tmdb;

import io.takewithott.cloud.tmdb.TmdbTitle.TmdbPerson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Draws a catalogue: films and series, some without Korean texts, without a date, without a rating,
 * some for adults alone, some with texts that nobody should trust.
 */
public final class TmdbGenerator {
  private static final List<String> WORDS =
      List.of(
          "바다", "기억", "새벽", "약속", "도시", "그림자", "여름", "편지", "왕국", "비밀", "소년", "마지막", "겨울", "노래",
          "추적", "거울", "정원", "전쟁", "연인", "꿈");

  private static final List<String> ENGLISH =
      List.of("Sea", "Memory", "Dawn", "Promise", "City", "Shadow", "Summer", "Letter", "Kingdom");

  private static final List<Integer> FILM_GENRES =
      List.of(
          28, 12, 16, 35, 80, 99, 18, 10751, 14, 36, 27, 10402, 9648, 10749, 878, 53, 10752, 37);

  private static final List<Integer> SERIES_GENRES =
      List.of(10759, 16, 35, 80, 99, 18, 10751, 10762, 9648, 10764, 10765, 10766, 10768);

  private static final List<Integer> PROVIDERS = List.of(8, 337, 356, 97, 119, 350, 1796, 96, 3);
  private static final List<String> FILM_RATINGS =
      List.of("All", "12", "15", "18", "Restricted Screening", "");
  private static final List<String> SERIES_RATINGS =
      List.of("ALL", "7", "12", "15", "19", "Exempt");
  private static final List<String> LANGUAGES = List.of("ko", "ko", "ko", "en", "en", "ja");
  private static final LocalDate EPOCH = LocalDate.of(1985, 1, 1);
  private static final int DAYS = 15_000;
  private static final int PEOPLE = 4000;
  private static final long FIRST_ID = 100;

  private final Random random;
  private final LocalDate changedOn;

  private TmdbGenerator(long seed, LocalDate changedOn) {
    this.random = new Random(seed);
    this.changedOn = changedOn;
  }

  /** So many titles, always the same for a seed; three in ten are series. */
  public static List<TmdbTitle> titles(long seed, int count, LocalDate changedOn) {
    TmdbGenerator generator = new TmdbGenerator(seed, changedOn);
    List<TmdbTitle> titles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      titles.add(generator.title(i));
    }
    return titles;
  }

  private TmdbTitle title(int number) {
    boolean film = random.nextInt(10) < 7;
    long id = FIRST_ID + 3L * number;
    String language = one(LANGUAGES);
    String korean = random.nextInt(8) == 0 ? null : one(WORDS) + "의 " + one(WORDS) + " " + number;
    String english =
        random.nextInt(6) == 0 ? null : one(ENGLISH) + " of " + one(ENGLISH) + " " + number;
    String original = original(language, korean, english, number);
    return new TmdbTitle(
        film ? "movie" : "tv",
        id,
        random.nextInt(5) == 0 ? null : "tt" + (1_000_000 + id),
        odd(korean),
        original,
        language,
        english,
        random.nextInt(4) == 0 ? null : odd("이 이야기는 " + one(WORDS) + "에 대한 것이다. " + number),
        random.nextInt(5) == 0 ? null : "A story about the " + one(ENGLISH) + ", number " + number,
        random.nextInt(20) == 0 ? null : EPOCH.plusDays(random.nextInt(DAYS)),
        random.nextInt(12) == 0 ? 0 : 20 + random.nextInt(160),
        random.nextInt(6) == 0 ? null : one(film ? FILM_RATINGS : SERIES_RATINGS),
        random.nextInt(3) == 0 ? List.of("US", "KR") : List.of("KR"),
        some(film ? FILM_GENRES : SERIES_GENRES, 3),
        some(ENGLISH, 4),
        people(2),
        people(8),
        some(PROVIDERS, 3),
        trailers(id),
        random.nextInt(10) == 0 ? null : "/p" + id + "abcdefghijkl.jpg",
        random.nextInt(60) == 0,
        random.nextInt(1_000_000),
        changedOn);
  }

  private static String original(
      String language, @Nullable String korean, @Nullable String english, int number) {
    String wanted = language.equals("ko") ? korean : english;
    return wanted == null ? "原題 " + number : wanted;
  }

  /** Now and then with what does not belong into a text. */
  private @Nullable String odd(@Nullable String text) {
    return text == null || random.nextInt(25) != 0
        ? text
        : "<script>alert(1)</script>\u0000\u202e " + text + "\n\t';--";
  }

  private List<TmdbPerson> people(int most) {
    List<TmdbPerson> people = new ArrayList<>();
    int count = random.nextInt(most + 1);
    for (int i = 0; i < count; i++) {
      long id = 1 + random.nextInt(PEOPLE);
      boolean korean = id % 3 != 0;
      String latin = "Person " + id;
      people.add(new TmdbPerson(id, latin, korean ? "사람 " + id : latin));
    }
    return people;
  }

  private List<String> trailers(long id) {
    List<String> keys = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      keys.add(String.format("y%07d_%02d", id, i));
    }
    return keys;
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private <T> List<T> some(List<T> choices, int most) {
    List<T> some = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      T choice = one(choices);
      if (!some.contains(choice)) {
        some.add(choice);
      }
    }
    return some;
  }
}
