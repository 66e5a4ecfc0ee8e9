package io.takewithott.recommender.content;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * What each title is compared by: its features, and terms made of its numbers. A year becomes two
 * terms, its decade and the decade begun five years earlier, so that years close to each other
 * share one or both wherever a decade ends.
 */
final class ContentTerms {
  private static final int DECADES = 512;

  private final TitleFeatures features;
  private final int firstDecade;
  private final int firstHalfDecade;
  private final int firstForm;

  ContentTerms(TitleFeatures features) {
    this.features = features;
    this.firstDecade = features.featureCount();
    this.firstHalfDecade = firstDecade + DECADES;
    this.firstForm = firstHalfDecade + DECADES;
  }

  int count() {
    return firstForm + TitleForm.values().length;
  }

  /** The terms of a title, ascending. */
  int[] of(int title) {
    int[] own = features.of(title);
    int[] terms = Arrays.copyOf(own, own.length + 3);
    int size = own.length;
    OptionalInt year = features.year(title);
    if (year.isPresent()) {
      terms[size++] = firstDecade + decade(year.getAsInt());
      terms[size++] = firstHalfDecade + decade(year.getAsInt() + 5);
    }
    if (features.form(title).isPresent()) {
      terms[size++] = firstForm + features.form(title).get().ordinal();
    }
    int[] whole = Arrays.copyOf(terms, size);
    Arrays.sort(whole);
    return whole;
  }

  private static int decade(int year) {
    return Math.floorMod(Math.floorDiv(year, 10), DECADES);
  }

  double weight(int term, ContentWeights weights) {
    if (term >= firstForm) {
      return weights.form();
    }
    return term >= firstDecade ? weights.era() : weights.of(features.feature(term).kind());
  }

  /** Terms of one group are weighed against each other: those of one kind, the years', the form. */
  int group(int term) {
    int kinds = FeatureKind.values().length;
    if (term >= firstForm) {
      return kinds + 1;
    }
    return term >= firstDecade ? kinds : features.feature(term).kind().ordinal();
  }

  int groups() {
    return FeatureKind.values().length + 2;
  }
}
