package io.takewithott.catalog.text;

import java.util.Arrays;

/**
 * A text in small units - keystrokes or sounds, a byte each - and the letter that each came from.
 * Never changed once made.
 */
public final class Units {
  private final byte[] bytes;
  private final int[] letters;

  private Units(byte[] bytes, int[] letters) {
    this.bytes = bytes;
    this.letters = letters;
  }

  public int length() {
    return bytes.length;
  }

  /** The units; not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** The letter, by its place in the folded text, that a unit came from. */
  public int letter(int index) {
    return letters[index];
  }

  /** Gathers units. */
  static final class Builder {
    private byte[] bytes;
    private int[] letters;
    private int count;

    Builder(int capacity) {
      this.bytes = new byte[capacity];
      this.letters = new int[capacity];
    }

    void add(int unit, int letter) {
      if (count == bytes.length) {
        bytes = Arrays.copyOf(bytes, count * 2 + 1);
        letters = Arrays.copyOf(letters, count * 2 + 1);
      }
      bytes[count] = (byte) unit;
      letters[count] = letter;
      count++;
    }

    Units build() {
      return new Units(Arrays.copyOf(bytes, count), Arrays.copyOf(letters, count));
    }
  }
}
