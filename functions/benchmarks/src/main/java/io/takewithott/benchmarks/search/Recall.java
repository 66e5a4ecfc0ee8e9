package io.takewithott.benchmarks.search;

/** How often what was meant came first, and among the first five. */
final class Recall {
  private int queries;
  private int first;
  private int amongFive;

  /**
   * @param place of what was meant, from 0; negative when it was not there
   */
  void add(int place) {
    queries++;
    first += place == 0 ? 1 : 0;
    amongFive += place >= 0 && place < 5 ? 1 : 0;
  }

  void add(Recall other) {
    queries += other.queries;
    first += other.first;
    amongFive += other.amongFive;
  }

  int queries() {
    return queries;
  }

  double atOne() {
    return (double) first / Math.max(1, queries);
  }

  double atFive() {
    return (double) amongFive / Math.max(1, queries);
  }
}
