package io.takewithott.local.world.files;

import io.takewithott.local.world.Person;
import io.takewithott.local.world.Title;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The Korean Movie Recommender Dataset: films with Korean and other names, ratings of 1 to 10, and
 * beside them genres, countries and casts, where the folder has these files.
 */
final class Kmrd implements Format {
  private static final String RATINGS = "rates.csv";
  private static final String TITLES = "movies.txt";
  private static final String GENRES = "genres.csv";
  private static final String COUNTRIES = "countries.csv";
  private static final String CASTINGS = "castings.csv";
  private static final List<String> PEOPLE = List.of("people.txt", "peoples.txt");

  /** A cast list is shown, not searched to its end. */
  private static final int LONGEST_CAST = 20;

  /** {@code Out Of Africa , 1985}. */
  private static final Pattern NAME_AND_YEAR = Pattern.compile("^(.*?)\\s*,\\s*(\\d{4})$");

  private static final Pattern YEAR = Pattern.compile("^(\\d{4})(?:\\.0)?$");

  private static final Map<String, String> AGE_RATINGS =
      Map.of(
          "전체 관람가", "all",
          "12세 관람가", "12",
          "15세 관람가", "15",
          "18세 관람가", "19",
          "청소년 관람불가", "19");

  private static final Map<String, String> COUNTRY_CODES =
      Map.ofEntries(
          Map.entry("한국", "KR"),
          Map.entry("미국", "US"),
          Map.entry("일본", "JP"),
          Map.entry("중국", "CN"),
          Map.entry("홍콩", "HK"),
          Map.entry("대만", "TW"),
          Map.entry("영국", "GB"),
          Map.entry("프랑스", "FR"),
          Map.entry("독일", "DE"),
          Map.entry("이탈리아", "IT"),
          Map.entry("스페인", "ES"),
          Map.entry("캐나다", "CA"),
          Map.entry("호주", "AU"),
          Map.entry("뉴질랜드", "NZ"),
          Map.entry("인도", "IN"),
          Map.entry("러시아", "RU"),
          Map.entry("스웨덴", "SE"),
          Map.entry("덴마크", "DK"),
          Map.entry("노르웨이", "NO"),
          Map.entry("핀란드", "FI"),
          Map.entry("아일랜드", "IE"),
          Map.entry("네덜란드", "NL"),
          Map.entry("벨기에", "BE"),
          Map.entry("스위스", "CH"),
          Map.entry("오스트리아", "AT"),
          Map.entry("폴란드", "PL"),
          Map.entry("체코", "CZ"),
          Map.entry("헝가리", "HU"),
          Map.entry("그리스", "GR"),
          Map.entry("터키", "TR"),
          Map.entry("이란", "IR"),
          Map.entry("이스라엘", "IL"),
          Map.entry("멕시코", "MX"),
          Map.entry("브라질", "BR"),
          Map.entry("아르헨티나", "AR"),
          Map.entry("칠레", "CL"),
          Map.entry("남아프리카 공화국", "ZA"),
          Map.entry("태국", "TH"),
          Map.entry("베트남", "VN"),
          Map.entry("인도네시아", "ID"),
          Map.entry("필리핀", "PH"),
          Map.entry("싱가포르", "SG"));

  @Override
  public String name() {
    return "KMRD";
  }

  @Override
  public String shape() {
    return "rates.csv and movies.txt";
  }

  @Override
  public boolean recognises(Folder folder) {
    return folder.hasAll(List.of(RATINGS, TITLES));
  }

  @Override
  public List<String> files(Folder folder) {
    List<String> files = new ArrayList<>(List.of(RATINGS, TITLES));
    List.of(GENRES, COUNTRIES, CASTINGS).stream().filter(folder::has).forEach(files::add);
    PEOPLE.stream().filter(folder::has).forEach(files::add);
    return files;
  }

  @Override
  public void read(Folder folder, Intake intake) {
    Details details = new Details(folder, intake);
    Csv titles = new Csv('\t', List.of("movie", "title", "title_eng", "year", "grade"));
    Csv ratings = new Csv(',', List.of("user", "movie", "rate", "time"));
    intake.lines(
        TITLES, Encoding.UTF_8, titles.to(fields -> intake.title(title(fields, details, intake))));
    intake.lines(
        RATINGS,
        Encoding.UTF_8,
        ratings.to(
            fields ->
                intake.rating(
                    Fields.key(fields.get(0)),
                    Fields.key(fields.get(1)),
                    Scale.TEN_POINTS.halfStars(fields.get(2)),
                    Fields.epochSeconds(fields.get(3)))));
  }

  private static Title title(List<String> fields, Details details, Intake intake) {
    String key = Fields.key(fields.get(0));
    String other = Fields.name(fields.get(2));
    Integer year = year(fields.get(3).strip());
    Matcher dated = NAME_AND_YEAR.matcher(other);
    if (dated.matches()) {
      other = dated.group(1);
      Integer made = ListedTitle.year(dated.group(2));
      year = made == null ? year : made;
    }
    String korean = Fields.name(fields.get(1));
    if (korean.isEmpty() && other.isEmpty()) {
      throw new RejectedLine("a title without a name");
    }
    String name = korean.isEmpty() ? other : korean;
    List<String> countries = details.countries.getOrDefault(key, List.of());
    boolean isForeign = !other.isEmpty() && !countries.contains("KR");
    return new Title(
        null,
        key,
        name,
        isForeign ? other : name,
        other.isEmpty() ? null : other,
        year,
        null,
        null,
        AGE_RATINGS.get(fields.get(4).strip()),
        countries,
        intake.genres(details.genres.getOrDefault(key, List.of())),
        List.of(),
        details.cast.getOrDefault(key, List.of()),
        List.of(),
        List.of(),
        null,
        null,
        List.of());
  }

  /** {@code 2016}, or {@code 2016.0} as some tools save it. */
  private static @Nullable Integer year(String field) {
    Matcher matcher = YEAR.matcher(field);
    return matcher.matches() ? ListedTitle.year(matcher.group(1)) : null;
  }

  /** What the other files say about films, by film. */
  private static final class Details {
    private final Map<String, List<String>> genres = new HashMap<>();
    private final Map<String, List<String>> countries = new HashMap<>();
    private final Map<String, List<Person>> cast = new HashMap<>();
    private final Map<String, Person> people = new LinkedHashMap<>();

    Details(Folder folder, Intake intake) {
      if (folder.has(GENRES)) {
        Csv csv = new Csv(',', List.of("movie", "genre"));
        intake.lines(
            GENRES,
            Encoding.UTF_8,
            csv.to(fields -> listOf(genres, fields.get(0)).add(fields.get(1).strip())));
      }
      if (folder.has(COUNTRIES)) {
        Csv csv = new Csv(',', List.of("movie", "country"));
        intake.lines(COUNTRIES, Encoding.UTF_8, csv.to(this::country));
      }
      PEOPLE.stream().filter(folder::has).forEach(file -> readPeople(file, intake));
      if (folder.has(CASTINGS)) {
        Csv csv = new Csv(',', List.of("movie", "people", "order", "leading"));
        intake.lines(CASTINGS, Encoding.UTF_8, csv.to(this::casting));
      }
    }

    private void readPeople(String file, Intake intake) {
      Csv csv = new Csv('\t', List.of("people", "korean", "original"));
      intake.lines(file, Encoding.UTF_8, csv.to(this::person));
    }

    private void country(List<String> fields) {
      String code = COUNTRY_CODES.get(fields.get(1).strip());
      List<String> known = listOf(countries, fields.get(0));
      if (code != null && !known.contains(code)) {
        known.add(code);
      }
    }

    private void person(List<String> fields) {
      String korean = Fields.name(fields.get(1));
      String original = Fields.name(fields.get(2));
      if (korean.isEmpty() && original.isEmpty()) {
        throw new RejectedLine("a person without a name");
      }
      people.put(
          Fields.key(fields.get(0)),
          new Person(korean.isEmpty() ? original : korean, original.isEmpty() ? korean : original));
    }

    /** The lines of a film come in the order of its credits. */
    private void casting(List<String> fields) {
      Person person = people.get(Fields.key(fields.get(1)));
      List<Person> known = listOf(cast, fields.get(0));
      if (person != null && known.size() < LONGEST_CAST && !known.contains(person)) {
        known.add(person);
      }
    }

    private static <T> List<T> listOf(Map<String, List<T>> lists, String movie) {
      return lists.computeIfAbsent(Fields.key(movie), key -> new ArrayList<>());
    }
  }
}
