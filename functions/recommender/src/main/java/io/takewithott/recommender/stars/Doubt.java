package io.takewithott.recommender.stars;

/**
 * How far off a prediction is expected to be: the logarithm of its variance is linear in the count
 * features of user and title.
 */
record Doubt(float constant, float user, float title, float cold) {
  double deviation(Stack.Input input) {
    double logVariance =
        constant + user * input.user() + title * input.title() + (input.cold() ? cold : 0);
    return Math.exp(logVariance / 2);
  }
}
