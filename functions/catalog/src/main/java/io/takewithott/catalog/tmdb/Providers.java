package io.takewithott.catalog.tmdb;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Services by the numbers that TMDB (JustWatch, behind it) gives them in Korea. It lacks TVING and
 * Coupang Play, so it says nothing of those, neither yes nor no.
 */
public final class Providers {
  private static final Map<Integer, String> OURS =
      Map.of(
          8, "netflix",
          1796, "netflix",
          337, "disneyplus",
          356, "wavve",
          97, "watcha",
          119, "primevideo",
          350, "appletv");

  /** The services of which TMDB says whether they offer a title. */
  public static final List<String> KNOWN = List.copyOf(new TreeSet<>(OURS.values()));

  private Providers() {}

  /** Those that offer it within a subscription, with or without advertisements. */
  static List<String> of(JsonNode title) {
    JsonNode korea = title.path("watch/providers").path("results").path("KR");
    TreeSet<String> services = new TreeSet<>();
    for (String way : List.of("flatrate", "ads")) {
      for (JsonNode provider : korea.path(way)) {
        String service = OURS.get(provider.path("provider_id").asInt());
        if (service != null) {
          services.add(service);
        }
      }
    }
    return List.copyOf(services);
  }
}
