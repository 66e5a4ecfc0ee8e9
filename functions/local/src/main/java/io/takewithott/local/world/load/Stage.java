package io.takewithott.local.world.load;

/** The parts of an import, in their order. */
public enum Stage {
  READING,
  TITLES,
  VIEWERS,
  RATINGS
}
