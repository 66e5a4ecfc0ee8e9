package io.takewithott.recommender.content;

/** The order is part of the model's file. */
public enum TitleForm {
  FILM,
  SERIES
}
