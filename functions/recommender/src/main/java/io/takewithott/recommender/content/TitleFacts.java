package io.takewithott.recommender.content;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue says of one title; null where it says nothing.
 *
 * @param features of each kind the main one first
 */
public record TitleFacts(
    @Nullable Integer year,
    @Nullable LocalDate released,
    @Nullable Integer runtimeMinutes,
    @Nullable TitleForm form,
    @Nullable AgeRating ageRating,
    List<Feature> features) {
  public static final TitleFacts UNKNOWN = new TitleFacts(null, null, null, null, null, List.of());

  public TitleFacts {
    features = List.copyOf(features);
  }
}
