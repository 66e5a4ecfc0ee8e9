package io.takewithott.recommender.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * The facts of all titles of a model, by the title's index in it: features as a sparse matrix of
 * compressed rows, numbers as one array. Immutable; a title of which nothing is known has an empty
 * row and no numbers.
 */
public final class TitleFeatures {
  /** Numbers kept of each title. */
  static final int NUMBERS = 5;

  static final int ABSENT = Integer.MIN_VALUE;

  private static final int YEAR = 0;
  private static final int RELEASED = 1;
  private static final int RUNTIME = 2;
  private static final int FORM = 3;
  private static final int AGE_RATING = 4;

  private final List<Feature> dictionary;
  private final int[] offsets;
  private final int[] features;
  private final int[] numbers;

  /**
   * @param dictionary every feature once, by kind and key
   * @param offsets where each title's features begin, and where the last one's end
   * @param features indices into the dictionary; of each title by kind, the main one first
   * @param numbers of each title year, epoch day of release, minutes, form and age rating
   */
  TitleFeatures(List<Feature> dictionary, int[] offsets, int[] features, int[] numbers) {
    boolean consistent =
        offsets.length > 0
            && offsets[0] == 0
            && offsets[offsets.length - 1] == features.length
            && numbers.length == (offsets.length - 1) * NUMBERS
            && Arrays.stream(features).allMatch(id -> id >= 0 && id < dictionary.size());
    if (!consistent) {
      throw new IllegalArgumentException("The counts of the features contradict each other");
    }
    this.dictionary = List.copyOf(dictionary);
    this.offsets = offsets.clone();
    this.features = features.clone();
    this.numbers = numbers.clone();
  }

  /** Titles of which nothing is known. */
  public static TitleFeatures none(int titleCount) {
    return of(Collections.nCopies(titleCount, TitleFacts.UNKNOWN));
  }

  /** The facts of each title, by its index in the model. */
  public static TitleFeatures of(List<TitleFacts> titles) {
    Set<Feature> distinct = new TreeSet<>(Feature.ORDER);
    titles.forEach(title -> distinct.addAll(title.features()));
    List<Feature> dictionary = List.copyOf(distinct);
    Map<Feature, Integer> indices = new HashMap<>();
    for (int i = 0; i < dictionary.size(); i++) {
      indices.put(dictionary.get(i), i);
    }
    int[] offsets = new int[titles.size() + 1];
    int[] numbers = new int[titles.size() * NUMBERS];
    List<Integer> features = new ArrayList<>();
    for (int title = 0; title < titles.size(); title++) {
      TitleFacts facts = titles.get(title);
      for (Feature feature : byKind(facts.features())) {
        features.add(indices.get(feature));
      }
      offsets[title + 1] = features.size();
      setNumbers(numbers, title * NUMBERS, facts);
    }
    int[] flat = features.stream().mapToInt(Integer::intValue).toArray();
    return new TitleFeatures(dictionary, offsets, flat, numbers);
  }

  /** Each once, by kind, otherwise in the order given. */
  private static List<Feature> byKind(List<Feature> features) {
    List<Feature> sorted = new ArrayList<>(new LinkedHashSet<>(features));
    sorted.sort(Comparator.comparing(Feature::kind));
    return sorted;
  }

  private static void setNumbers(int[] numbers, int at, TitleFacts facts) {
    Arrays.fill(numbers, at, at + NUMBERS, ABSENT);
    if (facts.year() != null) {
      numbers[at + YEAR] = facts.year();
    }
    if (facts.released() != null) {
      numbers[at + RELEASED] = Math.toIntExact(facts.released().toEpochDay());
    }
    if (facts.runtimeMinutes() != null) {
      numbers[at + RUNTIME] = facts.runtimeMinutes();
    }
    if (facts.form() != null) {
      numbers[at + FORM] = facts.form().ordinal();
    }
    if (facts.ageRating() != null) {
      numbers[at + AGE_RATING] = facts.ageRating().ordinal();
    }
  }

  public int titleCount() {
    return offsets.length - 1;
  }

  public int featureCount() {
    return dictionary.size();
  }

  public Feature feature(int feature) {
    return dictionary.get(feature);
  }

  /** The index of a feature, negative when no title has it. */
  public int featureIndex(FeatureKind kind, String key) {
    return Collections.binarySearch(dictionary, Feature.of(kind, key), Feature.ORDER);
  }

  /** The indices of a title's features, by kind, of each the main one first. */
  public int[] of(int title) {
    return Arrays.copyOfRange(features, offsets[title], offsets[title + 1]);
  }

  public boolean has(int title, int feature) {
    for (int k = offsets[title]; k < offsets[title + 1]; k++) {
      if (features[k] == feature) {
        return true;
      }
    }
    return false;
  }

  /** The year, or that of the release. */
  public OptionalInt year(int title) {
    int year = number(title, YEAR);
    if (year != ABSENT) {
      return OptionalInt.of(year);
    }
    return released(title)
        .map(date -> OptionalInt.of(date.getYear()))
        .orElseGet(OptionalInt::empty);
  }

  public Optional<LocalDate> released(int title) {
    int day = number(title, RELEASED);
    return day == ABSENT ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
  }

  public OptionalInt runtimeMinutes(int title) {
    int minutes = number(title, RUNTIME);
    return minutes == ABSENT ? OptionalInt.empty() : OptionalInt.of(minutes);
  }

  public Optional<TitleForm> form(int title) {
    return constant(TitleForm.values(), number(title, FORM));
  }

  public Optional<AgeRating> ageRating(int title) {
    return constant(AgeRating.values(), number(title, AGE_RATING));
  }

  /** Nothing also for a constant that a later version added. */
  private static <T> Optional<T> constant(T[] constants, int ordinal) {
    return ordinal >= 0 && ordinal < constants.length
        ? Optional.of(constants[ordinal])
        : Optional.empty();
  }

  private int number(int title, int which) {
    return numbers[title * NUMBERS + which];
  }

  List<Feature> dictionary() {
    return dictionary;
  }

  int[] offsets() {
    return offsets;
  }

  int[] features() {
    return features;
  }

  int[] numbers() {
    return numbers;
  }
}
