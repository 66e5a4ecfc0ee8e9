package io.takewithott.local.world.files;

import io.takewithott.local.world.Title;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The release of 1998: {@code u.data} with tabs, {@code u.item} with bars and a flag a genre. */
final class MovieLens100k implements Format {
  private static final String RATINGS = "u.data";
  private static final String TITLES = "u.item";
  private static final String GENRES = "u.genre";

  /** Id, title, two dates and an address come before the flags. */
  private static final int COLUMNS_BEFORE_GENRES = 5;

  private static final List<String> USUAL_GENRES =
      List.of(
          "unknown",
          "Action",
          "Adventure",
          "Animation",
          "Children's",
          "Comedy",
          "Crime",
          "Documentary",
          "Drama",
          "Fantasy",
          "Film-Noir",
          "Horror",
          "Musical",
          "Mystery",
          "Romance",
          "Sci-Fi",
          "Thriller",
          "War",
          "Western");

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd-MMM-uuuu", Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final Pattern YEAR_OF_DATE = Pattern.compile("-(\\d{4})$");

  @Override
  public String name() {
    return "MovieLens 100K";
  }

  @Override
  public String shape() {
    return "u.data and u.item";
  }

  @Override
  public boolean recognises(Folder folder) {
    return folder.hasAll(List.of(RATINGS, TITLES));
  }

  @Override
  public List<String> files(Folder folder) {
    return folder.has(GENRES) ? List.of(RATINGS, TITLES, GENRES) : List.of(RATINGS, TITLES);
  }

  @Override
  public void read(Folder folder, Intake intake) {
    List<String> genres = folder.has(GENRES) ? genres(intake) : USUAL_GENRES;
    intake.lines(TITLES, Encoding.LATIN_1_OR_UTF_8, line -> title(line, genres, intake));
    intake.lines(RATINGS, Encoding.UTF_8, line -> rating(line, intake));
  }

  /** Lines of {@code Action|1}. */
  private static List<String> genres(Intake intake) {
    List<String> genres = new ArrayList<>();
    intake.lines(
        GENRES, Encoding.LATIN_1_OR_UTF_8, line -> genres.add(Fields.split(line, "|", 2).get(0)));
    return genres;
  }

  private static void title(String line, List<String> genres, Intake intake) {
    List<String> fields = Fields.split(line, "|", COLUMNS_BEFORE_GENRES + genres.size());
    List<String> flagged = new ArrayList<>();
    for (int i = 0; i < genres.size(); i++) {
      if (fields.get(COLUMNS_BEFORE_GENRES + i).strip().equals("1")) {
        flagged.add(genres.get(i));
      }
    }
    String key = Fields.key(fields.get(0));
    ListedTitle listed = ListedTitle.parse(fields.get(1));
    Title title = listed.as(key, yearOf(fields.get(2)), intake.genres(flagged));
    intake.title(title.releasedOn(dayOf(fields.get(2), title.year())));
  }

  private static void rating(String line, Intake intake) {
    List<String> fields = Fields.split(line, "\t", 4);
    intake.rating(
        Fields.key(fields.get(0)),
        Fields.key(fields.get(1)),
        Scale.FIVE_STARS.halfStars(fields.get(2)),
        Fields.epochSeconds(fields.get(3)));
  }

  /**
   * The day of {@code 22-Nov-1995}, where it is one of the film's own year: of another it is when
   * the film came to America. The first of January stands for a year of which no day is known.
   */
  private static @Nullable LocalDate dayOf(String date, @Nullable Integer year) {
    try {
      LocalDate day = LocalDate.parse(date.strip(), DAY);
      boolean known = day.getDayOfYear() > 1 && year != null && day.getYear() == year;
      return known ? day : null;
    } catch (DateTimeParseException noDay) {
      return null;
    }
  }

  /** The year of {@code 01-Jan-1995}. */
  private static @Nullable Integer yearOf(String date) {
    Matcher matcher = YEAR_OF_DATE.matcher(date.strip());
    return matcher.find() ? ListedTitle.year(matcher.group(1)) : null;
  }
}
