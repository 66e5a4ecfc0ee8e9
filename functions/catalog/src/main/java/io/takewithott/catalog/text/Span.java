package io.takewithott.catalog.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a text, in UTF-16 units as JavaScript counts them.
 *
 * @param end behind the last one
 */
public record Span(int start, int end) {

  /**
   * The parts of the text that certain units came from.
   *
   * @param bridged units that may lie between two of them without parting them
   */
  public static List<Span> of(FoldedText text, Units units, boolean[] wanted, int bridged) {
    List<Span> spans = new ArrayList<>();
    int last = -1;
    for (int i = 0; i < wanted.length; i++) {
      if (!wanted[i]) {
        continue;
      }
      int letter = units.letter(i);
      Span here = new Span(text.start(letter), text.end(letter));
      if (last >= 0 && i - last <= bridged + 1) {
        Span before = spans.remove(spans.size() - 1);
        spans.add(new Span(before.start, Math.max(before.end, here.end)));
      } else {
        add(spans, here);
      }
      last = i;
    }
    return List.copyOf(spans);
  }

  /** Two sounds of one syllable are one span, however far apart. */
  private static void add(List<Span> spans, Span here) {
    if (!spans.isEmpty() && spans.get(spans.size() - 1).end >= here.start) {
      Span before = spans.remove(spans.size() - 1);
      spans.add(new Span(before.start, Math.max(before.end, here.end)));
    } else {
      spans.add(here);
    }
  }
}
