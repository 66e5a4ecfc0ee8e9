package io.takewithott.catalog.lines;

import io.takewithott.catalog.text.Alignment;
import io.takewithott.catalog.text.FoldedText;
import io.takewithott.catalog.text.Sounds;
import io.takewithott.catalog.text.Span;
import io.takewithott.catalog.text.SpokenNumbers;
import io.takewithott.catalog.text.Units;
import java.util.List;

/**
 * A line that may be the one that was meant.
 *
 * @param confidence from 0 to 1
 * @param score of the alignment
 * @param lineSounds how long the line is, in sounds
 * @param reading the sounds of the query that found it
 */
public record FoundLine(
    long lineId, long titleId, double confidence, int score, int lineSounds, byte[] reading) {

  /** Sounds that lie apart in the line by no more than this are shown as one span. */
  private static final int BRIDGED = 3;

  /** A line as it is stored, with the parts of it that were said. */
  public record Highlighted(String line, List<Span> spans) {}

  /** The parts of the line that were said, in the text that is to be shown. */
  public Highlighted highlight(String line) {
    FoldedText folded = FoldedText.of(line);
    Units sounds = Sounds.of(folded);
    Alignment alignment = new Alignment(reading);
    // A numeral is said in other sounds than it is written in: then all of the line is shown.
    boolean spoken = SpokenNumbers.readings(line).size() > 1;
    int asWritten = alignment.score(sounds.bytes(), 0, sounds.length());
    if (spoken && asWritten < score) {
      return new Highlighted(folded.shown(), List.of(new Span(0, folded.shown().length())));
    }
    return new Highlighted(
        folded.shown(), Span.of(folded, sounds, alignment.paired(sounds.bytes()), BRIDGED));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FoundLine that && that.lineId == lineId && that.score == score;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(lineId);
  }

  @Override
  public String toString() {
    return "FoundLine[" + lineId + " of " + titleId + ", confidence " + confidence + "]";
  }
}
