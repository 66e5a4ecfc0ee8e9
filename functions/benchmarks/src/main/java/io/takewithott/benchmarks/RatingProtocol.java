package io.takewithott.benchmarks;

import java.nio.file.Path;

/** Predicts the held-out ratings of every fold of a split. */
public interface RatingProtocol {
  /**
   * @param split the folder of the split
   * @param output gets a line a rating: fold, user, item, prediction in the data set's own scale,
   *     separated by commas
   */
  void write(Path split, Path output) throws Exception;
}
