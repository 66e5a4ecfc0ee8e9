package io.takewithott.local;

/**
 * A page as somebody sees it.
 *
 * @param name what a picture of it is called
 * @param pattern the page's pattern in the site's list; empty for an address that nobody has
 */
record Stop(String name, String pattern, String path, Who who, Answers answers) {
  enum Who {
    VISITOR,
    /** Somebody with a history. */
    MEMBER,
    /** Somebody who has said and done nothing yet. */
    NEWCOMER,
    HOST,
    ADMINISTRATOR
  }

  enum Answers {
    COME,
    /** Some of what the page asks for is refused, as it should be. */
    REFUSED,
    /** The API is down. */
    FAIL,
    /** The API takes longer than anybody waits. */
    LATE
  }
}
