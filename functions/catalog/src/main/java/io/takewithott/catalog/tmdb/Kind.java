package io.takewithott.catalog.tmdb;

import java.util.Locale;

/** Films and series are counted apart at TMDB, so that an id says nothing without its kind. */
public enum Kind {
  FILM("movie"),
  SERIES("tv");

  private final String path;

  Kind(String path) {
    this.path = path;
  }

  /** By what the database calls it. */
  public static Kind named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** What the database calls it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What TMDB's addresses call it. */
  String path() {
    return path;
  }
}
