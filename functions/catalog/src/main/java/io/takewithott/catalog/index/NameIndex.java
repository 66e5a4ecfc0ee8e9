package io.takewithott.catalog.index;

import io.takewithott.catalog.index.Sections.Part;
import io.takewithott.catalog.text.FoldedText;
import io.takewithott.catalog.text.Hangul;
import io.takewithott.catalog.text.Keystrokes;
import io.takewithott.catalog.text.Sound;
import io.takewithott.catalog.text.Sounds;
import java.nio.charset.StandardCharsets;

/**
 * Names of titles and people: as shown, by keystroke, by sound where they are in Hangul, and by the
 * first letters of their syllables.
 */
public final class NameIndex {
  static final int SECTIONS = 15;

  private static final NameField[] FIELDS = NameField.values();
  private static final byte[] SOUND_CLASS = soundClasses();
  private static final byte[] KEY_CLASS = keyClasses();
  private static final int LETTERS_AND_DIGITS = 36;

  private final Part fields;
  private final Part owners;
  private final Part fame;
  private final UnitTable texts;
  private final UnitTable keys;
  private final GramIndex keyGrams;
  private final UnitTable sounds;
  private final GramIndex soundGrams;
  private final UnitTable initials;

  NameIndex(Sections sections, int first) {
    this.fields = sections.part(first);
    this.owners = sections.part(first + 1);
    this.fame = sections.part(first + 2);
    this.texts = new UnitTable(sections.part(first + 3), sections.part(first + 4));
    this.keys = new UnitTable(sections.part(first + 5), sections.part(first + 6));
    this.keyGrams = new GramIndex(sections.part(first + 7), sections.part(first + 8), keys.size());
    this.sounds = new UnitTable(sections.part(first + 9), sections.part(first + 10));
    this.soundGrams =
        new GramIndex(sections.part(first + 11), sections.part(first + 12), sounds.size());
    this.initials = new UnitTable(sections.part(first + 13), sections.part(first + 14));
  }

  public int size() {
    return keys.size();
  }

  public NameField field(int entry) {
    return FIELDS[fields.byteAt(entry)];
  }

  /** The title or the person. */
  public long owner(int entry) {
    return owners.longAt(entry);
  }

  /** How well known the owner is, from 0 to 1. */
  public double fame(int entry) {
    return fame.byteAt(entry) / 255.0;
  }

  public String text(int entry) {
    return texts.text(entry);
  }

  public UnitTable keys() {
    return keys;
  }

  public UnitTable sounds() {
    return sounds;
  }

  /** For each letter the initial of its syllable, or the letter's own unit. */
  public UnitTable initials() {
    return initials;
  }

  public int[] byKeys(byte[] query, int most, int budgetBytes) {
    return keyGrams.candidates(query, KEY_CLASS, most, budgetBytes, keys);
  }

  public int[] bySounds(byte[] query, int most, int budgetBytes) {
    return soundGrams.candidates(query, SOUND_CLASS, most, budgetBytes, sounds);
  }

  /** The unit of a letter in {@link #initials}. */
  public static byte initial(int codePoint) {
    return (byte)
        (Hangul.isSyllable(codePoint)
            ? Hangul.onset(codePoint) - 'ㄱ' + 1
            : Hangul.isConsonant(codePoint)
                ? codePoint - 'ㄱ' + 1
                : 64 + Math.floorMod(codePoint, 191));
  }

  private static byte[] soundClasses() {
    byte[] classes = new byte[Sound.COUNT];
    for (int sound = 0; sound < classes.length; sound++) {
      classes[sound] = (byte) Sound.classOf(sound);
    }
    return classes;
  }

  private static byte[] keyClasses() {
    byte[] classes = new byte[256];
    for (int unit = 0; unit < classes.length; unit++) {
      int key = unit & Keystrokes.KEY;
      classes[unit] =
          (byte)
              (key <= LETTERS_AND_DIGITS
                  ? key
                  : LETTERS_AND_DIGITS + 1 + key % (Sound.CLASSES - LETTERS_AND_DIGITS - 1));
    }
    return classes;
  }

  /** Gathers names. */
  static final class Builder {
    private final UnitTable.Builder fields = new UnitTable.Builder();
    private final LongList owners = new LongList();
    private final UnitTable.Builder fame = new UnitTable.Builder();
    private final UnitTable.Builder texts = new UnitTable.Builder();
    private final UnitTable.Builder keys = new UnitTable.Builder();
    private final UnitTable.Builder sounds = new UnitTable.Builder();
    private final UnitTable.Builder initials = new UnitTable.Builder();

    void add(NameField field, long owner, double known, String name) {
      FoldedText folded = FoldedText.of(name);
      if (folded.length() == 0) {
        return;
      }
      fields.add(new byte[] {(byte) field.ordinal()});
      owners.add(owner);
      fame.add(new byte[] {(byte) Math.round(255 * Math.max(0, Math.min(1, known)))});
      texts.add(folded.shown().getBytes(StandardCharsets.UTF_8));
      keys.add(Keystrokes.of(folded).bytes());
      sounds.add(isHangul(folded) ? Sounds.of(folded).bytes() : new byte[0]);
      byte[] first = new byte[folded.length()];
      for (int i = 0; i < first.length; i++) {
        first[i] = initial(folded.codePoint(i));
      }
      initials.add(first);
    }

    int size() {
      return owners.size();
    }

    private static boolean isHangul(FoldedText name) {
      for (int i = 0; i < name.length(); i++) {
        if (Hangul.isSyllable(name.codePoint(i))) {
          return true;
        }
      }
      return false;
    }

    void writeTo(Sections.Writer sections) {
      fields.writeUnitsTo(sections);
      owners.writeTo(sections);
      fame.writeUnitsTo(sections);
      texts.writeTo(sections);
      GramIndex.write(keys.writeTo(sections), KEY_CLASS, sections);
      GramIndex.write(sounds.writeTo(sections), SOUND_CLASS, sections);
      initials.writeTo(sections);
    }
  }
}
