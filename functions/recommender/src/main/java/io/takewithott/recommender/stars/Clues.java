package io.takewithott.recommender.stars;

/**
 * What is known about one prediction.
 *
 * @param factors how much more than the baseline the factors say
 * @param neighbours how much more than the baseline the neighbours say
 * @param cold whether nobody rated the title
 */
record Clues(double factors, double neighbours, Traits user, Traits title, boolean cold) {
  /** How many numbers both sides' traits are. */
  static final int TRAITS = 6;

  /**
   * What is known about a user or a title alone.
   *
   * @param bias how much better than the mean
   * @param count the feature of the number of ratings
   * @param steadiness the logarithm of how reliable the ratings are
   */
  record Traits(double bias, double count, double steadiness) {}

  double trait(int number) {
    return switch (number) {
      case 0 -> user.bias();
      case 1 -> title.bias();
      case 2 -> user.count();
      case 3 -> title.count();
      case 4 -> user.steadiness();
      default -> title.steadiness();
    };
  }
}
