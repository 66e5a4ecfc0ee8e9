package io.takewithott.catalog.search;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.takewithott.catalog.index.FoundStore.StoredPerson;
import io.takewithott.catalog.index.FoundStore.StoredTitle;
import io.takewithott.catalog.lines.FoundLine;
import io.takewithott.catalog.lines.LineAnswer;
import io.takewithott.catalog.search.GenreName.FoundGenre;
import io.takewithott.catalog.search.GenreName.Genre;
import io.takewithott.catalog.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing that was found, and why. Exactly one of title, person, genre and line is there.
 *
 * @param type which
 * @param match what of it fits, where it is a name
 */
record SearchResult(
    String type,
    Optional<StoredTitle> title,
    Optional<StoredPerson> person,
    Optional<Genre> genre,
    Optional<LineAnswer> line,
    Optional<Match> match,
    @JsonIgnore String id,
    @JsonIgnore long millionths) {
  private static final double MILLION = 1_000_000;

  /** A line that is certain comes behind a title of that very name, and before all else. */
  private static final double OF_A_LINE = 0.95;

  static SearchResult of(StoredTitle title, FoundName found) {
    return new SearchResult(
        "title",
        Optional.of(title),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(Match.of(found)),
        Long.toString(title.titleId()),
        millionths(found.score()));
  }

  static SearchResult of(StoredPerson person, FoundName found) {
    return new SearchResult(
        "person",
        Optional.empty(),
        Optional.of(person),
        Optional.empty(),
        Optional.empty(),
        Optional.of(Match.of(found)),
        Long.toString(person.personId()),
        millionths(found.score()));
  }

  static SearchResult of(FoundGenre found) {
    return new SearchResult(
        "genre",
        Optional.empty(),
        Optional.empty(),
        Optional.of(found.genre()),
        Optional.empty(),
        Optional.of(new Match(Reason.NAME, "genre", found.text(), found.spans())),
        found.genre().genre(),
        millionths(found.score()));
  }

  static SearchResult of(LineAnswer line, FoundLine found) {
    return new SearchResult(
        "line",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(line),
        Optional.empty(),
        Long.toString(line.lineId()),
        millionths(OF_A_LINE * found.confidence()));
  }

  private static long millionths(double score) {
    return Math.round(MILLION * Math.max(0, score));
  }

  /**
   * @param field which name: title, originalTitle, englishTitle, alias, name, originalName or genre
   * @param text that name
   * @param spans the parts of it that fit
   */
  record Match(Reason reason, String field, String text, List<Span> spans) {
    static Match of(FoundName found) {
      String field =
          switch (found.field()) {
            case TITLE -> "title";
            case ORIGINAL_TITLE -> "originalTitle";
            case ENGLISH_TITLE -> "englishTitle";
            case ALIAS -> found.field().name().toLowerCase(Locale.ROOT);
            case PERSON -> "name";
            case PERSON_ORIGINAL -> "originalName";
          };
      return new Match(found.reason(), field, found.text(), found.spans());
    }
  }
}
