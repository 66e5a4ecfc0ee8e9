package io.takewithott.local.world.load;

/** Hears how far an import is. */
public interface ProgressListener {
  ProgressListener NONE = (stage, done, total) -> {};

  /**
   * @param done never falls within a stage and ends at {@code total}
   */
  void progress(Stage stage, long done, long total);
}
