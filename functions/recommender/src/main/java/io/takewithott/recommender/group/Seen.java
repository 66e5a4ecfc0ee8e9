package io.takewithott.recommender.group;

/** Whether a group is shown what some of it have seen. */
public enum Seen {
  BY_NOBODY,
  ALLOWED
}
