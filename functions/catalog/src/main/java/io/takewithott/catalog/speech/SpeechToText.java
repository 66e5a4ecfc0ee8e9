package io.takewithott.catalog.speech;

/** Whatever can tell what was said. */
interface SpeechToText {

  /**
   * What was said; empty when nothing was.
   *
   * @throws SpeechException when it could not be told
   */
  String hear(byte[] audio, SpokenLanguage language);
}
