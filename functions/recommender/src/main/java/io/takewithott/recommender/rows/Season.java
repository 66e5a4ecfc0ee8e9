package io.takewithott.recommender.rows;

import java.util.List;

/** A time of the year that people watch certain titles in. */
enum Season {
  SEOLLAL(
      "seollal",
      List.of("설날", "설", "명절", "귀성", "lunar new year", "korean new year"),
      List.of("가족", "family"),
      List.of("family")),
  CHUSEOK(
      "chuseok",
      List.of("추석", "한가위", "명절", "귀성", "성묘", "chuseok"),
      List.of("가족", "family"),
      List.of("family")),
  CHILDRENS_DAY(
      "childrens-day",
      List.of("어린이날", "어린이", "동심", "장난감", "children's day", "toy"),
      List.of(),
      List.of("family", "animation")),
  CHRISTMAS(
      "christmas",
      List.of("크리스마스", "성탄절", "산타", "christmas", "christmas eve", "santa claus"),
      List.of("겨울", "winter", "snow"),
      List.of()),
  SUMMER(
      "summer",
      List.of("여름", "여름방학", "휴가", "바캉스", "해변", "장마", "summer", "summer vacation", "beach"),
      List.of("바다", "sea"),
      List.of());

  private final String key;
  private final List<String> keywords;
  private final List<String> themes;
  private final List<String> genres;

  /**
   * @param keywords of titles that are set in it
   * @param themes keywords of titles that people watch in it
   * @param genres of titles that people watch in it
   */
  Season(String key, List<String> keywords, List<String> themes, List<String> genres) {
    this.key = key;
    this.keywords = keywords;
    this.themes = themes;
    this.genres = genres;
  }

  String key() {
    return key;
  }

  List<String> keywords() {
    return keywords;
  }

  List<String> themes() {
    return themes;
  }

  List<String> genres() {
    return genres;
  }
}
