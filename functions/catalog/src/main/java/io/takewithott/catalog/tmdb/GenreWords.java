package io.takewithott.catalog.tmdb;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Our genres by TMDB's numbers; what we have no word for (talk shows, news) is left out. */
final class GenreWords {
  private static final int MOST = 8;

  private static final Map<Integer, List<String>> OURS =
      Map.ofEntries(
          Map.entry(12, List.of("adventure")),
          Map.entry(14, List.of("fantasy")),
          Map.entry(16, List.of("animation")),
          Map.entry(18, List.of("drama")),
          Map.entry(27, List.of("horror")),
          Map.entry(28, List.of("action")),
          Map.entry(35, List.of("comedy")),
          Map.entry(36, List.of("history")),
          Map.entry(37, List.of("western")),
          Map.entry(53, List.of("thriller")),
          Map.entry(80, List.of("crime")),
          Map.entry(99, List.of("documentary")),
          Map.entry(878, List.of("sf")),
          Map.entry(9648, List.of("mystery")),
          Map.entry(10402, List.of("music")),
          Map.entry(10749, List.of("romance")),
          Map.entry(10751, List.of("family")),
          Map.entry(10752, List.of("war")),
          Map.entry(10759, List.of("action", "adventure")),
          Map.entry(10762, List.of("family")),
          Map.entry(10765, List.of("sf", "fantasy")),
          Map.entry(10766, List.of("drama")),
          Map.entry(10768, List.of("war")));

  private GenreWords() {}

  /** TMDB's order is kept: the main genre comes first. */
  static List<String> of(JsonNode genres) {
    Set<String> words = new LinkedHashSet<>();
    genres.forEach(genre -> words.addAll(OURS.getOrDefault(genre.path("id").asInt(), List.of())));
    return words.stream().limit(MOST).toList();
  }
}
