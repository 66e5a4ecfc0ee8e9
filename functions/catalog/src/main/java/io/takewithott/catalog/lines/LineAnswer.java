package io.takewithott.catalog.lines;

import io.takewithott.catalog.index.FoundStore.StoredTitle;
import io.takewithott.catalog.lines.FoundLine.Highlighted;
import io.takewithott.catalog.text.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line that may be meant, and the film it is from.
 *
 * @param spans the parts of the line that were said
 * @param confidence from 0 to 1, as {@link Confidence} says
 * @param title what tells the film from others
 */
public record LineAnswer(
    long lineId,
    String line,
    List<Span> spans,
    Optional<String> speaker,
    double confidence,
    StoredTitle title) {
  private static final double HUNDRED = 100;

  public static LineAnswer of(
      FoundLine found, String line, @Nullable String speaker, StoredTitle title) {
    Highlighted highlighted = found.highlight(line);
    return new LineAnswer(
        found.lineId(),
        highlighted.line(),
        highlighted.spans(),
        Optional.ofNullable(speaker),
        Math.round(found.confidence() * HUNDRED) / HUNDRED,
        title);
  }
}
