package io.takewithott.cloud.tmdb;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.cloud.tmdb.TmdbTitle.TmdbPerson;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A title with what was asked to be appended. */
final class TmdbDetail {
  private static final int THEATRICAL = 3;

  private final ObjectMapper mapper;

  TmdbDetail(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  ObjectNode of(TmdbTitle title, Map<String, String> query) {
    boolean korean = query.getOrDefault("language", "en-US").equals("ko-KR");
    ObjectNode node = mapper.createObjectNode();
    node.put("id", title.id()).put("adult", title.adult());
    node.put("original_language", title.language());
    node.put("popularity", title.popularity());
    node.put("overview", or(korean ? title.overview() : title.englishOverview(), ""));
    node.put("poster_path", title.posterPath()).putNull("backdrop_path");
    String shown = or(korean ? title.title() : title.englishTitle(), title.originalTitle());
    String released = title.released() == null ? "" : title.released().toString();
    if (title.isFilm()) {
      node.put("title", shown).put("original_title", title.originalTitle());
      node.put("release_date", released).put("runtime", title.runtime());
      ArrayNode countries = node.putArray("production_countries");
      title.countries().forEach(code -> countries.addObject().put("iso_3166_1", code));
    } else {
      node.put("name", shown).put("original_name", title.originalTitle());
      node.put("first_air_date", released);
      ArrayNode runtimes = node.putArray("episode_run_time");
      if (title.runtime() > 0) {
        runtimes.add(title.runtime());
      }
      ArrayNode countries = node.putArray("origin_country");
      title.countries().forEach(countries::add);
      ArrayNode makers = node.putArray("created_by");
      title.directors().forEach(person -> put(makers.addObject(), person));
    }
    ArrayNode genres = node.putArray("genres");
    title.genres().forEach(id -> genres.addObject().put("id", id));
    append(node, title, List.of(query.getOrDefault("append_to_response", "").split(",")));
    return node;
  }

  private static void append(ObjectNode node, TmdbTitle title, List<String> wanted) {
    if (wanted.contains("credits")) {
      credits(node.putObject("credits"), title);
    }
    if (wanted.contains("keywords")) {
      ArrayNode words =
          node.putObject("keywords").putArray(title.isFilm() ? "keywords" : "results");
      title.keywords().forEach(word -> words.addObject().put("name", word));
    }
    if (wanted.contains("videos")) {
      videos(node.putObject("videos").putArray("results"), title);
    }
    if (wanted.contains("external_ids")) {
      node.putObject("external_ids").put("imdb_id", title.imdbId());
    }
    if (wanted.contains("watch/providers")) {
      offers(node.putObject("watch/providers").putObject("results").putObject("KR"), title);
    }
    if (wanted.contains("translations")) {
      ArrayNode all = node.putObject("translations").putArray("translations");
      translation(all, title, "ko", "KR", title.title(), title.overview());
      translation(all, title, "en", "US", title.englishTitle(), title.englishOverview());
    }
    ratings(node, title, wanted);
  }

  private static void videos(ArrayNode videos, TmdbTitle title) {
    for (String key : title.trailers()) {
      videos
          .addObject()
          .put("key", key)
          .put("site", "YouTube")
          .put("type", "Trailer")
          .put("name", "예고편")
          .put("official", true)
          .put("iso_639_1", "ko");
    }
  }

  private static void offers(ObjectNode korea, TmdbTitle title) {
    ArrayNode offers = korea.putArray("flatrate");
    title.providers().forEach(id -> offers.addObject().put("provider_id", id));
  }

  private static void ratings(ObjectNode node, TmdbTitle title, List<String> wanted) {
    if (wanted.contains("release_dates")) {
      ObjectNode korea =
          node.putObject("release_dates").putArray("results").addObject().put("iso_3166_1", "KR");
      korea
          .putArray("release_dates")
          .addObject()
          .put("certification", or(title.certification(), ""))
          .put("type", THEATRICAL);
    }
    if (wanted.contains("content_ratings")) {
      node.putObject("content_ratings")
          .putArray("results")
          .addObject()
          .put("iso_3166_1", "KR")
          .put("rating", or(title.certification(), ""));
    }
  }

  private static void translation(
      ArrayNode all,
      TmdbTitle title,
      String language,
      String country,
      @Nullable String name,
      @Nullable String overview) {
    if (name == null && overview == null) {
      return;
    }
    ObjectNode one = all.addObject().put("iso_639_1", language).put("iso_3166_1", country);
    one.putObject("data")
        .put(title.isFilm() ? "title" : "name", or(name, ""))
        .put("overview", or(overview, ""));
  }

  private static void credits(ObjectNode credits, TmdbTitle title) {
    ArrayNode crew = credits.putArray("crew");
    if (title.isFilm()) {
      title.directors().forEach(person -> put(crew.addObject().put("job", "Director"), person));
    }
    ArrayNode cast = credits.putArray("cast");
    for (int i = 0; i < title.cast().size(); i++) {
      put(cast.addObject().put("order", i), title.cast().get(i));
    }
  }

  private static void put(ObjectNode node, TmdbPerson person) {
    node.put("id", person.id())
        .put("name", person.name())
        .put("original_name", person.originalName());
  }

  private static String or(@Nullable String text, String otherwise) {
    return text == null ? otherwise : text;
  }
}
