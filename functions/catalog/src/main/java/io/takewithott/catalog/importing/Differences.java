package io.takewithott.catalog.importing;

import io.takewithott.catalog.tmdb.TitleFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** In what two descriptions of a title differ. */
final class Differences {
  private static final Map<String, Function<TitleFacts, @Nullable Object>> FIELDS = fields();

  private Differences() {}

  static List<String> between(TitleFacts before, TitleFacts after) {
    List<String> names = new ArrayList<>();
    FIELDS.forEach(
        (name, field) -> {
          if (!Objects.equals(field.apply(before), field.apply(after))) {
            names.add(name);
          }
        });
    return names;
  }

  private static Map<String, Function<TitleFacts, @Nullable Object>> fields() {
    Map<String, Function<TitleFacts, @Nullable Object>> fields = new LinkedHashMap<>();
    fields.put("title", TitleFacts::title);
    fields.put("originalTitle", TitleFacts::originalTitle);
    fields.put("englishTitle", TitleFacts::englishTitle);
    fields.put("year", TitleFacts::year);
    fields.put("releaseDate", TitleFacts::releaseDate);
    fields.put("runtimeMinutes", TitleFacts::runtimeMinutes);
    fields.put("ageRating", TitleFacts::ageRating);
    fields.put("countries", TitleFacts::countries);
    fields.put("synopsis", TitleFacts::synopsis);
    fields.put("synopsisEnglish", TitleFacts::synopsisEnglish);
    fields.put("posterKey", TitleFacts::posterKey);
    fields.put("posterPath", TitleFacts::posterPath);
    fields.put("backdropPath", TitleFacts::backdropPath);
    fields.put("genres", TitleFacts::genres);
    fields.put("keywords", TitleFacts::keywords);
    fields.put("credits", TitleFacts::credits);
    fields.put("services", TitleFacts::services);
    fields.put("clips", TitleFacts::clips);
    return fields;
  }
}
