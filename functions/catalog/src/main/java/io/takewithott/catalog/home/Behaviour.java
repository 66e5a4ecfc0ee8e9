package io.takewithott.catalog.home;

import java.util.List;
import java.util.Map;

/**
 * What a viewer does, as far as the order of rows heeds it.
 *
 * @param opens the rows they opened titles from
 * @param genres how many of their latest liked titles and picks are of each genre
 */
record Behaviour(List<Opened> opens, Map<String, Integer> genres) {
  static final Behaviour NONE = new Behaviour(List.of(), Map.of());

  Behaviour {
    opens = List.copyOf(opens);
    genres = Map.copyOf(genres);
  }

  /** How often lately, old openings counting less; 0 for a row that nothing was opened from. */
  double opened(String kind, String subject) {
    return opens.stream()
        .filter(open -> open.kind().equals(kind) && open.subject().equals(subject))
        .mapToDouble(Opened::weight)
        .sum();
  }

  /**
   * @param subject empty for a row about nothing in particular
   */
  record Opened(String kind, String subject, double weight) {}
}
