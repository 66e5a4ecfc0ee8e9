package io.takewithott.catalog.speech;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of audio that CLOVA takes, by how they begin; what a header claims is not believed. */
enum AudioKind {
  WAV(0, "RIFF"),
  OGG(0, "OggS"),
  FLAC(0, "fLaC"),
  MP3_WITH_TAG(0, "ID3"),
  AC3(0, new byte[] {0x0b, 0x77}, (byte) 0xff),
  AAC(0, new byte[] {(byte) 0xff, (byte) 0xf0}, (byte) 0xf6),
  MP3(0, new byte[] {(byte) 0xff, (byte) 0xe0}, (byte) 0xe0);

  private static final int WAVE_AT = 8;

  private final int at;
  private final byte[] start;

  /** Of the last byte the bits that count. */
  private final byte mask;

  AudioKind(int at, String start) {
    this(at, start.getBytes(StandardCharsets.US_ASCII), (byte) 0xff);
  }

  AudioKind(int at, byte[] start, byte mask) {
    this.at = at;
    this.start = start;
    this.mask = mask;
  }

  static Optional<AudioKind> of(byte[] audio) {
    return Arrays.stream(values()).filter(kind -> kind.fits(audio)).findFirst();
  }

  private boolean fits(byte[] audio) {
    int last = at + start.length - 1;
    if (audio.length <= last || this == WAV && !isWave(audio)) {
      return false;
    }
    for (int i = at; i < last; i++) {
      if (audio[i] != start[i - at]) {
        return false;
      }
    }
    return (audio[last] & mask) == start[start.length - 1];
  }

  private static boolean isWave(byte[] audio) {
    byte[] wave = "WAVE".getBytes(StandardCharsets.US_ASCII);
    return audio.length >= WAVE_AT + wave.length
        && Arrays.equals(audio, WAVE_AT, WAVE_AT + wave.length, wave, 0, wave.length);
  }
}
