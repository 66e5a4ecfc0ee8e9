package io.takewithott.catalog.search;

import io.takewithott.catalog.text.FoldedText;
import io.takewithott.catalog.text.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The genres by the names people type. */
enum GenreName {
  DRAMA("drama", "드라마", "Drama"),
  ACTION("action", "액션", "Action"),
  THRILLER("thriller", "스릴러", "Thriller"),
  CRIME("crime", "범죄", "Crime", "느와르", "누아르", "noir"),
  COMEDY("comedy", "코미디", "Comedy", "코메디", "희극"),
  ROMANCE("romance", "로맨스", "Romance", "멜로", "연애", "사랑영화"),
  FANTASY("fantasy", "판타지", "Fantasy", "환타지"),
  SF("sf", "SF", "Science Fiction", "에스에프", "공상과학", "sci-fi"),
  HORROR("horror", "공포", "Horror", "호러", "무서운 영화"),
  MYSTERY("mystery", "미스터리", "Mystery", "미스테리", "추리"),
  WAR("war", "전쟁", "War"),
  HISTORY("history", "역사", "History", "사극", "시대극"),
  ANIMATION("animation", "애니메이션", "Animation", "애니", "만화영화", "anime"),
  FAMILY("family", "가족", "Family"),
  ADVENTURE("adventure", "모험", "Adventure", "어드벤처"),
  MUSIC("music", "음악", "Music", "뮤지컬", "musical"),
  DOCUMENTARY("documentary", "다큐멘터리", "Documentary", "다큐"),
  WESTERN("western", "서부", "Western", "서부극"),
  SPORTS("sports", "스포츠", "Sports", "운동");

  /** Of a name, so much must have been typed: 공 is no genre yet. */
  private static final int LEAST_LETTERS = 2;

  private final Genre genre;
  private final List<String> names;

  GenreName(String code, String korean, String english, String... others) {
    this.genre = new Genre(code, korean, english);
    this.names =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(korean, english), Arrays.stream(others))
            .toList();
  }

  /** The genres whose name begins with what was typed. */
  static List<FoundGenre> find(String typed) {
    String key = FoldedText.of(typed).key();
    if (key.codePointCount(0, key.length()) < LEAST_LETTERS) {
      return List.of();
    }
    return Arrays.stream(values()).flatMap(genre -> genre.match(key).stream()).toList();
  }

  private Optional<FoundGenre> match(String key) {
    for (String name : names) {
      FoldedText folded = FoldedText.of(name);
      if (folded.key().startsWith(key)) {
        int letters = key.codePointCount(0, key.length());
        boolean whole = letters == folded.length();
        return Optional.of(
            new FoundGenre(
                genre,
                name,
                List.of(new Span(0, folded.end(letters - 1))),
                whole ? NameMatch.WHOLE : NameMatch.BEGINNING));
      }
    }
    return Optional.empty();
  }

  /**
   * @param genre as titles have it
   */
  record Genre(String genre, String name, String englishName) {}

  record FoundGenre(Genre genre, String text, List<Span> spans, double score) {}
}
