package io.takewithott.catalog.browse;

import java.util.Map;

/** What genres are called; one that is not known here is called by its key. */
final class GenreNames {
  private static final Map<String, String> KOREAN =
      Map.ofEntries(
          Map.entry("action", "액션"),
          Map.entry("adventure", "모험"),
          Map.entry("animation", "애니메이션"),
          Map.entry("comedy", "코미디"),
          Map.entry("crime", "범죄"),
          Map.entry("documentary", "다큐멘터리"),
          Map.entry("drama", "드라마"),
          Map.entry("family", "가족"),
          Map.entry("fantasy", "판타지"),
          Map.entry("history", "역사"),
          Map.entry("horror", "공포"),
          Map.entry("music", "음악"),
          Map.entry("mystery", "미스터리"),
          Map.entry("romance", "로맨스"),
          Map.entry("sf", "SF"),
          Map.entry("sports", "스포츠"),
          Map.entry("thriller", "스릴러"),
          Map.entry("war", "전쟁"),
          Map.entry("western", "서부"));

  private static final Map<String, String> ENGLISH = Map.of("sf", "Science fiction");

  private GenreNames() {}

  static String korean(String genre) {
    return KOREAN.getOrDefault(genre, genre);
  }

  static String english(String genre) {
    return ENGLISH.getOrDefault(
        genre, genre.isEmpty() ? genre : Character.toUpperCase(genre.charAt(0)) + genre.substring(1));
  }
}
