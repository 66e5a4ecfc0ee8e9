package io.takewithott.catalog.search;

import io.takewithott.catalog.index.FoundStore.StoredPerson;
import io.takewithott.catalog.index.FoundStore.StoredTitle;
import io.takewithott.catalog.lines.LineAnswer;
import io.takewithott.catalog.search.GenreName.FoundGenre;
import io.takewithott.catalog.search.GenreName.Genre;
import io.takewithott.catalog.text.Span;
import java.util.List;
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
    Optional<Match> match) {

  static SearchResult of(StoredTitle title, FoundName found) {
    return new SearchResult(
        Hit.TITLE,
        Optional.of(title),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(Match.of(found)));
  }

  static SearchResult of(StoredPerson person, FoundName found) {
    return new SearchResult(
        Hit.PERSON,
        Optional.empty(),
        Optional.of(person),
        Optional.empty(),
        Optional.empty(),
        Optional.of(Match.of(found)));
  }

  static SearchResult of(FoundGenre found) {
    return new SearchResult(
        Hit.GENRE,
        Optional.empty(),
        Optional.empty(),
        Optional.of(found.genre()),
        Optional.empty(),
        Optional.of(new Match(Reason.NAME, Hit.GENRE, found.text(), found.spans())));
  }

  static SearchResult of(LineAnswer line) {
    return new SearchResult(
        Hit.LINE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(line),
        Optional.empty());
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
            case ALIAS -> "alias";
            case PERSON -> "name";
            case PERSON_ORIGINAL -> "originalName";
          };
      return new Match(found.reason(), field, found.text(), found.spans());
    }
  }
}
