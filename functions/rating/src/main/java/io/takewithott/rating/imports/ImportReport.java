package io.takewithott.rating.imports;

import io.takewithott.rating.imports.RatingFile.BadLine;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of a file, as far as it is known before it is stored; the lists hold the first of each.
 *
 * @param scale out of how many points its ratings are
 * @param twice lines about a title that a later line rates as well: the later counts
 * @param unknown lines whose title is not in the catalogue
 * @param ambiguous lines that may mean several titles
 * @param invalid lines that could not be read
 */
record ImportReport(
    String encoding,
    int scale,
    int lines,
    int matched,
    int twice,
    int withoutRating,
    int unknown,
    int ambiguous,
    int invalid,
    List<Line> unknownLines,
    List<Line> ambiguousLines,
    List<BadLine> invalidLines) {
  /** Lines of each kind that are listed; the report stays below a row of 64 KB. */
  static final int MOST_LISTED = 40;

  private static final int LONGEST_NAME = 100;

  /**
   * @param titleIds those that it may mean
   */
  record Line(int line, String title, Optional<Integer> year, List<Long> titleIds) {
    static Line of(RatedRow row, List<Long> titleIds) {
      return new Line(row.line(), shortened(row.name()), Optional.ofNullable(row.year()), titleIds);
    }

    private static String shortened(@Nullable String name) {
      String text = name == null ? "" : name.replaceAll("\\p{Cntrl}", " ");
      return text.codePointCount(0, text.length()) <= LONGEST_NAME
          ? text
          : text.substring(0, text.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }
  }
}
