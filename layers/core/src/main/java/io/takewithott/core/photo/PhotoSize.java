package io.takewithott.core.photo;

import java.util.Optional;

/** The sizes in which a picture is kept; how many pixels that is depends on its {@link Shape}. */
public enum PhotoSize {
  SMALL("small"),
  LARGE("large");

  private final String code;

  PhotoSize(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }

  public static Optional<PhotoSize> of(String code) {
    for (PhotoSize size : values()) {
      if (size.code.equals(code)) {
        return Optional.of(size);
      }
    }
    return Optional.empty();
  }
}
