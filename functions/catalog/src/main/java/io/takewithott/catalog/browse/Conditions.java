package io.takewithott.catalog.browse;

import io.takewithott.core.database.Sql;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a query over {@code titles t} and {@code title_stats s}. The text is made of
 * fixed pieces alone; what a caller gave is bound.
 */
final class Conditions {
  private final List<String> texts = new ArrayList<>();
  private final List<UnaryOperator<Sql>> bindings = new ArrayList<>();

  static Conditions of(TitleFilter filter, LocalDate today) {
    Conditions all = new Conditions();
    all.addText(filter.text());
    for (int i = 0; i < filter.genres().size(); i++) {
      String name = "genre" + i;
      String genre = filter.genres().get(i);
      all.add(
          "exists (select from title_genres g where g.title_id = t.title_id and g.genre = :%s)"
              .formatted(name),
          sql -> sql.bind(name, genre));
    }
    all.addEqual("t.kind = :kind", "kind", filter.kind());
    all.addNumber("t.year >= :yearFrom", "yearFrom", filter.yearFrom());
    all.addNumber("t.year <= :yearTo", "yearTo", filter.yearTo());
    all.addNumber("least_age(t.age_rating) <= :ageAtMost", "ageAtMost", filter.ageAtMost());
    all.addNumber("t.runtime_minutes >= :runtimeFrom", "runtimeFrom", filter.runtimeFrom());
    all.addNumber("t.runtime_minutes <= :runtimeTo", "runtimeTo", filter.runtimeTo());
    all.addEqual(
        "exists (select from title_offers o where o.title_id = t.title_id and o.service = :service)",
        "service",
        filter.service());
    all.addNumber("s.esteem >= :esteem", "esteem", filter.esteem());
    all.addEqual(
        ":country = any(string_to_array(t.countries, ','))", "country", filter.country());
    Released released = filter.released();
    if (released != null) {
      all.add(released.condition(), sql -> sql.bind("today", today));
    }
    return all;
  }

  void add(String text, UnaryOperator<Sql> binding) {
    texts.add(text);
    bindings.add(binding);
  }

  /** Empty, or beginning with {@code where}. */
  String where() {
    return texts.isEmpty() ? "" : " where " + String.join(" and ", texts);
  }

  Sql bind(Sql sql) {
    Sql bound = sql;
    for (UnaryOperator<Sql> binding : bindings) {
      bound = binding.apply(bound);
    }
    return bound;
  }

  private void addText(@Nullable String text) {
    if (text != null) {
      String pattern = "%" + escaped(text) + "%";
      add(
          "(t.title ilike :pattern or t.original_title ilike :pattern or t.english_title ilike :pattern)",
          sql -> sql.bind("pattern", pattern));
    }
  }

  private void addEqual(String text, String name, @Nullable String value) {
    if (value != null) {
      add(text, sql -> sql.bind(name, value));
    }
  }

  private void addNumber(String text, String name, @Nullable Integer value) {
    if (value != null) {
      long bound = value;
      add(text, sql -> sql.bind(name, bound));
    }
  }

  /** The text as it stands within a pattern. */
  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
