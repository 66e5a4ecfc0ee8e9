package io.takewithott.catalog.speech;

import java.util.Arrays;
import java.util.Optional;

/** A language that is recognised, by its code in BCP 47 and at CLOVA. */
enum SpokenLanguage {
  KOREAN("ko", "Kor"),
  ENGLISH("en", "Eng"),
  JAPANESE("ja", "Jpn");

  private final String code;
  private final String clovaCode;

  SpokenLanguage(String code, String clovaCode) {
    this.code = code;
    this.clovaCode = clovaCode;
  }

  static Optional<SpokenLanguage> of(String code) {
    return Arrays.stream(values()).filter(language -> language.code.equals(code)).findFirst();
  }

  String clovaCode() {
    return clovaCode;
  }
}
