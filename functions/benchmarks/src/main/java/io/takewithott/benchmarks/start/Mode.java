package io.takewithott.benchmarks.start;

/** What an instance has behind it when its first event comes. */
enum Mode {
  /** Nothing: somebody waits for its start and for its first answer. */
  ON_DEMAND("on demand"),
  /** A snapshot, taken after priming: somebody waits for the first answer, and for Lambda. */
  PRIMED("primed"),
  /** Nothing, and all classes on one path, as in the image. */
  FLAT("flat, no archive"),
  /** The image's archive of classes. */
  ARCHIVED("flat, with archive");

  private final String words;

  Mode(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
