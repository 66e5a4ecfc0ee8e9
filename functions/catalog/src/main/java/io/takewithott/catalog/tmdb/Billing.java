package io.takewithott.catalog.tmdb;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.catalog.tmdb.TitleFacts.Credit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Directors, of a series its makers, and the cast as billed. TMDB gives a person's name and the
 * original of it, either of which may be the Korean one; ours comes first in Hangul, so that people
 * of other sources are met again.
 */
final class Billing {
  private static final int MOST_DIRECTORS = 5;
  private static final int MOST_CAST = 12;
  private static final int LONGEST_NAME = 120;

  private Billing() {}

  static List<Credit> of(JsonNode title, Kind kind) {
    List<Credit> credits = new ArrayList<>();
    JsonNode crew =
        kind == Kind.SERIES ? title.path("created_by") : title.path("credits").path("crew");
    List<JsonNode> directors = new ArrayList<>();
    for (JsonNode person : crew) {
      if (kind == Kind.SERIES || "Director".equals(person.path("job").asText())) {
        directors.add(person);
      }
    }
    add(credits, "director", directors, MOST_DIRECTORS);
    List<JsonNode> cast = new ArrayList<>();
    title.path("credits").path("cast").forEach(cast::add);
    cast.sort(
        Comparator.comparingInt((JsonNode person) -> person.path("order").asInt(Integer.MAX_VALUE))
            .thenComparingLong(person -> person.path("id").asLong()));
    add(credits, "cast", cast, MOST_CAST);
    return credits;
  }

  private static void add(List<Credit> credits, String role, List<JsonNode> people, int most) {
    Set<List<String>> once = new HashSet<>();
    for (JsonNode person : people) {
      String name = Texts.of(person.path("name"), LONGEST_NAME);
      if (name == null || once.size() == most) {
        continue;
      }
      List<String> names = names(name, Texts.of(person.path("original_name"), LONGEST_NAME));
      if (once.add(names)) {
        credits.add(new Credit(role, once.size(), names.get(0), names.get(1)));
      }
    }
  }

  private static List<String> names(String name, @Nullable String original) {
    if (original == null) {
      return List.of(name, name);
    }
    return Texts.isHangul(original) && !Texts.isHangul(name)
        ? List.of(original, name)
        : List.of(name, original);
  }
}
