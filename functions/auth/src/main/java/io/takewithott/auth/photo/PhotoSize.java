package io.takewithott.auth.photo;

import java.util.Optional;

/** The sizes in which a picture is kept: squares of at most so many pixels a side. */
enum PhotoSize {
  SMALL("small", 128),
  LARGE("large", 512);

  private final String code;
  private final int side;

  PhotoSize(String code, int side) {
    this.code = code;
    this.side = side;
  }

  String code() {
    return code;
  }

  int side() {
    return side;
  }

  static Optional<PhotoSize> of(String code) {
    for (PhotoSize size : values()) {
      if (size.code.equals(code)) {
        return Optional.of(size);
      }
    }
    return Optional.empty();
  }
}
