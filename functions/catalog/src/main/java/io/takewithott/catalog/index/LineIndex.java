package io.takewithott.catalog.index;

import io.takewithott.catalog.index.Sections.Part;
import io.takewithott.catalog.text.Sound;

/** Famous lines as they sound. A line that may be said in several ways has an entry for each. */
public final class LineIndex {
  static final int SECTIONS = 6;
  private static final byte[] CLASS_OF = classOf();

  private final Part lineIds;
  private final Part titleIds;
  private final UnitTable sounds;
  private final GramIndex grams;

  LineIndex(Sections sections, int first) {
    this.lineIds = sections.part(first);
    this.titleIds = sections.part(first + 1);
    this.sounds = new UnitTable(sections.part(first + 2), sections.part(first + 3));
    this.grams = new GramIndex(sections.part(first + 4), sections.part(first + 5), sounds.size());
  }

  public int size() {
    return sounds.size();
  }

  /** All sounds of all lines. */
  public int total() {
    return sounds.total();
  }

  public long lineId(int entry) {
    return lineIds.longAt(entry);
  }

  public long titleId(int entry) {
    return titleIds.longAt(entry);
  }

  public UnitTable sounds() {
    return sounds;
  }

  /** Entries that share most runs of sounds with the query. */
  public int[] candidates(byte[] query, int most, int budgetBytes) {
    return grams.candidates(query, CLASS_OF, most, budgetBytes, sounds);
  }

  private static byte[] classOf() {
    byte[] classes = new byte[Sound.COUNT];
    for (int sound = 0; sound < classes.length; sound++) {
      classes[sound] = (byte) Sound.classOf(sound);
    }
    return classes;
  }

  /** Gathers lines. */
  static final class Builder {
    private final LongList lineIds = new LongList();
    private final LongList titleIds = new LongList();
    private final UnitTable.Builder sounds = new UnitTable.Builder();

    void add(long lineId, long titleId, byte[] sequence) {
      lineIds.add(lineId);
      titleIds.add(titleId);
      sounds.add(sequence);
    }

    int size() {
      return lineIds.size();
    }

    void writeTo(Sections.Writer sections) {
      lineIds.writeTo(sections);
      titleIds.writeTo(sections);
      GramIndex.write(sounds.writeTo(sections), CLASS_OF, sections);
    }
  }
}
