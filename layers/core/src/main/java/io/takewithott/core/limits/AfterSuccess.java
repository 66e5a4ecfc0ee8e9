package io.takewithott.core.limits;

/** What becomes of the count when the attempt succeeded. */
public enum AfterSuccess {
  FORGET,
  GIVE_BACK,
  COUNT
}
