package io.takewithott.catalog.index;

/** What a name is a name of, and which of its names. Stored by ordinal: new ones come last. */
public enum NameField {
  TITLE,
  ORIGINAL_TITLE,
  ENGLISH_TITLE,
  ALIAS,
  PERSON,
  PERSON_ORIGINAL;

  public boolean isPerson() {
    return this == PERSON || this == PERSON_ORIGINAL;
  }
}
