package io.takewithott.local.world;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The genres of this system, and what other catalogues call them. */
public final class Genres {
  public static final List<String> ALL =
      List.of(
          "drama",
          "action",
          "thriller",
          "crime",
          "comedy",
          "romance",
          "fantasy",
          "sf",
          "horror",
          "mystery",
          "war",
          "history",
          "animation",
          "family",
          "adventure",
          "music",
          "documentary",
          "western",
          "sports");

  private static final Map<String, String> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("children", "family"),
          Map.entry("children's", "family"),
          Map.entry("film-noir", "crime"),
          Map.entry("musical", "music"),
          Map.entry("sci-fi", "sf"),
          Map.entry("science fiction", "sf"),
          Map.entry("sport", "sports"),
          Map.entry("가족", "family"),
          Map.entry("공포", "horror"),
          Map.entry("느와르", "crime"),
          Map.entry("다큐멘터리", "documentary"),
          Map.entry("드라마", "drama"),
          Map.entry("로맨스", "romance"),
          Map.entry("멜로/로맨스", "romance"),
          Map.entry("모험", "adventure"),
          Map.entry("무협", "action"),
          Map.entry("뮤지컬", "music"),
          Map.entry("미스터리", "mystery"),
          Map.entry("범죄", "crime"),
          Map.entry("블랙코미디", "comedy"),
          Map.entry("서부", "western"),
          Map.entry("스릴러", "thriller"),
          Map.entry("스포츠", "sports"),
          Map.entry("애니메이션", "animation"),
          Map.entry("액션", "action"),
          Map.entry("역사", "history"),
          Map.entry("음악", "music"),
          Map.entry("전쟁", "war"),
          Map.entry("코미디", "comedy"),
          Map.entry("판타지", "fantasy"));

  private Genres() {}

  /** Our name of a genre, or nothing where we have none. */
  public static Optional<String> named(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    return ALL.contains(lower) ? Optional.of(lower) : Optional.ofNullable(OTHER_NAMES.get(lower));
  }
}
