package io.takewithott.catalog.tmdb;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.catalog.tmdb.TitleFacts.Clip;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Trailers on YouTube: Korean before others, trailers before teasers, official ones first. */
final class Videos {
  private static final int MOST = 5;
  private static final int LONGEST_NAME = 200;
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{11}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
  private static final Map<String, String> KINDS =
      Map.of("Trailer", "trailer", "Teaser", "teaser", "Clip", "clip");
  private static final List<String> ORDER = List.of("trailer", "teaser", "clip");

  private Videos() {}

  static List<Clip> of(JsonNode title) {
    List<JsonNode> videos = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (JsonNode video : title.path("videos").path("results")) {
      String key = video.path("key").asText("");
      if ("YouTube".equals(video.path("site").asText())
          && KINDS.containsKey(video.path("type").asText())
          && KEY.matcher(key).matches()
          && seen.add(key)) {
        videos.add(video);
      }
    }
    videos.sort(
        Comparator.comparing((JsonNode video) -> !"ko".equals(language(video)))
            .thenComparing(video -> ORDER.indexOf(kind(video)))
            .thenComparing(video -> !video.path("official").asBoolean())
            .thenComparing(video -> video.path("key").asText()));
    List<Clip> clips = new ArrayList<>();
    for (JsonNode video : videos.subList(0, Math.min(MOST, videos.size()))) {
      clips.add(
          new Clip(
              kind(video),
              video.path("key").asText(),
              Texts.of(video.path("name"), LONGEST_NAME),
              language(video),
              clips.size() + 1));
    }
    return clips;
  }

  private static String kind(JsonNode video) {
    return KINDS.getOrDefault(video.path("type").asText(), "clip");
  }

  private static @Nullable String language(JsonNode video) {
    String language = video.path("iso_639_1").asText("");
    return LANGUAGE.matcher(language).matches() ? language : null;
  }
}
