package io.takewithott.catalog.tmdb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jspecify.annotations.Nullable;

/** What a title is called in another language, and what is said of it there. */
final class Translations {
  private final JsonNode all;
  private final Kind kind;

  Translations(JsonNode title, Kind kind) {
    this.all = title.path("translations").path("translations");
    this.kind = kind;
  }

  @Nullable String name(String language, String country) {
    String field = kind == Kind.FILM ? "title" : "name";
    return Texts.of(data(language, country).path(field), Texts.LONGEST_NAME);
  }

  @Nullable String overview(String language, String country) {
    return Texts.of(data(language, country).path("overview"), Texts.LONGEST_OVERVIEW);
  }

  private JsonNode data(String language, String country) {
    for (JsonNode one : all) {
      if (language.equals(one.path("iso_639_1").asText())
          && country.equals(one.path("iso_3166_1").asText())) {
        return one.path("data");
      }
    }
    return MissingNode.getInstance();
  }
}
