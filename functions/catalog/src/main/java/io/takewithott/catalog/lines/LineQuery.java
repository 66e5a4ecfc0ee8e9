package io.takewithott.catalog.lines;

import io.takewithott.catalog.text.Fillers;
import io.takewithott.catalog.text.FoldedText;
import io.takewithott.catalog.text.Sounds;
import io.takewithott.catalog.text.SpokenNumbers;
import io.takewithott.catalog.text.Units;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What somebody typed or said, in the ways in which it may be meant. */
final class LineQuery {
  /** Longer than any line one remembers; what is longer is refused before it comes here. */
  static final int LONGEST = 300;

  /** Fewer sounds than two syllables say nothing. */
  static final int LEAST_SOUNDS = 4;

  /** Each reading is a search of its own. */
  private static final int MOST_READINGS = 6;

  private final List<byte[]> readings;

  private LineQuery(List<byte[]> readings) {
    this.readings = readings;
  }

  static LineQuery of(String text) {
    String said = tidy(text);
    Set<String> texts = new LinkedHashSet<>();
    String bare = Fillers.without(said);
    texts.add(bare);
    texts.addAll(SpokenNumbers.readings(bare));
    texts.add(said);
    List<byte[]> readings = new ArrayList<>();
    Set<String> keys = new LinkedHashSet<>();
    for (String reading : texts) {
      FoldedText folded = FoldedText.of(reading);
      Units sounds = Sounds.of(folded);
      if (sounds.length() >= LEAST_SOUNDS
          && readings.size() < MOST_READINGS
          && keys.add(folded.key())) {
        readings.add(sounds.bytes());
      }
    }
    return new LineQuery(readings);
  }

  /** The sounds of each way; none if there is too little to go by. */
  List<byte[]> readings() {
    return readings;
  }

  /** Without control characters, and with one space or mark where there are many. */
  private static String tidy(String text) {
    return text.replaceAll("\\p{Cf}", "")
        .replaceAll("[\\p{Cntrl}\\s]+", " ")
        .replaceAll("([\\p{P}\\p{S}])[\\p{P}\\p{S}]+", "$1")
        .strip();
  }
}
