package io.takewithott.catalog.tmdb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Korean age rating. A film is rated for each way of showing it: the cinema's counts first. A
 * series for viewers from seven on counts as from twelve, for we have nothing between.
 */
final class AgeRatings {
  private static final String KOREA = "KR";

  /** Theatrical, limited, digital, discs, television, premiere: by TMDB's numbers. */
  private static final List<Integer> TYPES = List.of(3, 2, 4, 5, 6, 1);

  private static final Map<String, String> OURS =
      Map.of(
          "all", "all",
          "7", "12",
          "12", "12",
          "15", "15",
          "18", "19",
          "19", "19",
          "restricted screening", "19");

  private AgeRatings() {}

  static @Nullable String ofFilm(JsonNode title) {
    JsonNode releases = ofKorea(title.path("release_dates")).path("release_dates");
    for (int type : TYPES) {
      for (JsonNode release : releases) {
        String rating = ours(release.path("certification"));
        if (release.path("type").asInt() == type && rating != null) {
          return rating;
        }
      }
    }
    return null;
  }

  static @Nullable String ofSeries(JsonNode title) {
    return ours(ofKorea(title.path("content_ratings")).path("rating"));
  }

  private static JsonNode ofKorea(JsonNode countries) {
    for (JsonNode country : countries.path("results")) {
      if (KOREA.equals(country.path("iso_3166_1").asText())) {
        return country;
      }
    }
    return MissingNode.getInstance();
  }

  private static @Nullable String ours(JsonNode certification) {
    return OURS.get(certification.asText("").strip().toLowerCase(Locale.ROOT));
  }
}
