package io.takewithott.catalog.value;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Services by what a won brings there, most first.
 *
 * @param basis whose predictions: {@code personal}, {@code popular}, or {@code catalogue} before
 *     any training
 * @param mean what the viewer gives on average; stars above it count
 */
record ValueResponse(String basis, double mean, List<ServiceValue> services) {

  /**
   * @param enjoyment stars above the mean, each next title counting less
   * @param enjoyable how many titles are above the mean
   * @param perThousandWon by the cheapest plan, or seat in a party
   */
  record ServiceValue(
      String service,
      String name,
      double enjoyment,
      int enjoyable,
      Optional<Double> perThousandWon,
      List<PlanValue> plans,
      List<ValuedTitle> titles) {}

  /**
   * @param basis how the price is known: {@code official}, {@code report}, {@code memory}, or
   *     {@code party} for a seat in one, which costs just that
   * @param asOf the day of the price
   * @param partyId of a seat
   */
  record PlanValue(
      String plan,
      String name,
      int monthlyWon,
      boolean withAds,
      double perThousandWon,
      String basis,
      LocalDate asOf,
      @Nullable Long partyId) {}

  record ValuedTitle(
      long titleId, String title, @Nullable Integer year, String poster, double predictedStars) {}
}
