package io.takewithott.core.ranking;

import java.util.List;
import java.util.Optional;

/**
 * A row of the home page.
 *
 * @param seed the user's title that a {@code BECAUSE} row grew from
 * @param subject the genre, the person or the season that the row is about; rankings of an earlier
 *     time have none
 */
public record RankedRow(
    Kind kind, Optional<Long> seed, Optional<Subject> subject, List<Long> titleIds) {
  /** What a row promises. */
  public enum Kind {
    FOR_YOU,
    BECAUSE,
    SEASON,
    PREDICTED_HIGH,
    GENRE,
    DIRECTOR,
    CAST,
    TRENDING,
    NEW,
    HIDDEN_GEMS,
    POPULAR
  }

  /**
   * What a row is about.
   *
   * @param key a genre, a season ({@code seollal}, {@code chuseok}, {@code childrens-day}, {@code
   *     christmas}, {@code summer}) or a person's id
   * @param name a person's name as Koreans write it; otherwise the key
   * @param originalName a person's name as they write it themselves; otherwise the key
   */
  public record Subject(String key, String name, String originalName) {
    public static Subject of(String key) {
      return new Subject(key, key, key);
    }
  }

  public RankedRow {
    titleIds = List.copyOf(titleIds);
  }

  /** A row about nothing in particular. */
  public RankedRow(Kind kind, Optional<Long> seed, List<Long> titleIds) {
    this(kind, seed, Optional.empty(), titleIds);
  }
}
