package io.takewithott.local.world.load;

import io.takewithott.core.json.Json;
import io.takewithott.local.world.Contents;
import io.takewithott.local.world.FamousLine;
import io.takewithott.local.world.Person;
import io.takewithott.local.world.Ratings;
import io.takewithott.local.world.Title;
import io.takewithott.local.world.TitleLink;
import io.takewithott.local.world.Viewer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Contents as the JSON objects that the statements unfold. */
final class ImportRows {
  private ImportRows() {}

  record TitleRow(
      @Nullable Long id,
      String key,
      String title,
      String original,
      @Nullable String english,
      @Nullable Integer year,
      @Nullable LocalDate released,
      @Nullable Integer runtime,
      @Nullable String age,
      String countries,
      @Nullable String synopsis,
      @Nullable String synopsisEnglish,
      List<String> genres,
      List<String> keywords,
      List<String> services,
      List<FamousLine> lines,
      List<Credit> credits) {}

  record Credit(String role, int position, String name, String original) {}

  static Iterator<String> titles(Contents contents) {
    return contents.titles().stream().map(title -> Json.text(row(title))).iterator();
  }

  static Iterator<String> links(List<TitleLink> links) {
    return links.stream().map((TitleLink link) -> Json.text(link)).iterator();
  }

  static Iterator<String> viewers(Contents contents) {
    return contents.viewers().stream().map((Viewer viewer) -> Json.text(viewer)).iterator();
  }

  /** Written by hand, for there are many: keys are digits, and a rating takes about fifty bytes. */
  static Iterator<String> ratings(Contents contents, int from) {
    Ratings ratings = contents.ratings();
    return IntStream.range(from, ratings.size())
        .mapToObj(
            rating ->
                "{\"u\":"
                    + Json.text(contents.viewers().get(ratings.viewer(rating)).key())
                    + ",\"t\":"
                    + Json.text(contents.titles().get(ratings.title(rating)).key())
                    + ",\"s\":"
                    + ratings.halfStars(rating)
                    + ",\"at\":"
                    + ratings.ratedAtEpochSeconds(rating)
                    + "}")
        .iterator();
  }

  private static TitleRow row(Title title) {
    List<Credit> credits = new ArrayList<>();
    addCredits(credits, "director", title.directors());
    addCredits(credits, "cast", title.cast());
    return new TitleRow(
        title.id(),
        title.key(),
        title.title(),
        title.originalTitle(),
        title.englishTitle(),
        title.year(),
        title.releaseDate(),
        title.runtimeMinutes(),
        title.ageRating(),
        String.join(",", title.countries()),
        title.synopsis(),
        title.synopsisEnglish(),
        title.genres(),
        title.keywords(),
        title.services(),
        title.lines(),
        credits);
  }

  private static void addCredits(List<Credit> credits, String role, List<Person> people) {
    List<Person> once = people.stream().distinct().toList();
    for (int i = 0; i < once.size(); i++) {
      Person person = once.get(i);
      credits.add(new Credit(role, i + 1, person.name(), person.originalName()));
    }
  }
}
