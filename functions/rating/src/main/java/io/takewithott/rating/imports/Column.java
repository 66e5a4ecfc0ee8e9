package io.takewithott.rating.imports;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a column of a list of ratings holds, by the names that services give it. */
enum Column {
  RATING(
      "your rating",
      "rating",
      "my rating",
      "my_rating",
      "별점",
      "내 별점",
      "평점",
      "내 평점",
      "점수",
      "stars",
      "score"),
  TITLE("title", "name", "제목", "작품명", "영화", "영화명", "영화제목", "콘텐츠", "movie"),
  ORIGINAL_TITLE("original title", "original_title", "originaltitle", "원제"),
  YEAR("year", "release year", "release_year", "연도", "년도", "개봉연도", "개봉년도", "제작연도", "제작년도", "개봉일"),
  IMDB_ID("const", "tconst", "imdb", "imdb_id", "imdbid", "imdb id"),
  MOVIELENS_ID("movieid", "movie_id"),
  WHEN("date rated", "date", "watched date", "timestamp", "평가일", "평가 일시", "날짜", "시청일"),
  WHO("userid", "user_id");

  private final List<String> names;

  Column(String... names) {
    this.names = List.of(names);
  }

  /** Where each of them stands; a name that comes twice counts where it comes first. */
  static Map<Column, Integer> places(List<String> header) {
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    for (Column column : values()) {
      for (String name : column.names) {
        for (int i = 0; i < header.size() && !places.containsKey(column); i++) {
          if (header.get(i).strip().toLowerCase(Locale.ROOT).equals(name)) {
            places.put(column, i);
          }
        }
      }
    }
    return places;
  }
}
