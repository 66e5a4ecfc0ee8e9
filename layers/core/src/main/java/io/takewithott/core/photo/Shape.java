package io.takewithott.core.photo;

/** What becomes of a photo: how much of it is shown, and how large at most. */
public enum Shape {
  /** The middle square, for somebody's picture. */
  SQUARE(128, 512),
  /** All of it, for what somebody shows. */
  WHOLE(480, 1600);

  private final int small;
  private final int large;

  Shape(int small, int large) {
    this.small = small;
    this.large = large;
  }

  /** The longest side in that size, in pixels. */
  int longest(PhotoSize size) {
    return size == PhotoSize.SMALL ? small : large;
  }
}
