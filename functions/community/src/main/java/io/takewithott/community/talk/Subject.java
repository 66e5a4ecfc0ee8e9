package io.takewithott.community.talk;

/** What can be liked, commented on and reported: its table, and who may see it. */
public enum Subject {
  REVIEW(
      "review",
      "reviews",
      """
      and (not a.is_private or a.user_id = :userId
           or exists (select 1 from follows f where f.follower_id = :userId and f.followee_id = a.user_id
                         and f.state = 'following'))
      """),
  POST("post", "posts", "");

  private final String word;
  private final String table;
  private final String seen;

  Subject(String word, String table, String seen) {
    this.word = word;
    this.table = table;
    this.seen = seen;
  }

  String word() {
    return word;
  }

  /** Where its routes begin. */
  String path() {
    return "/" + table;
  }

  /**
   * That the member {@code userId} (0 for nobody) may see a row {@code x} written by the user
   * {@code a}: a condition. Its author sees what is hidden.
   */
  public String isSeen() {
    return "(x.hidden_at is null or x.user_id = :userId) " + seen;
  }

  /** The statement with the names of this subject's tables and columns. */
  String named(String sql) {
    return sql.replace("SUBJECTS", table)
        .replace("SUBJECT_ID", word + "_id")
        .replace("LIKES", word + "_likes")
        .replace("COMMENTS", word + "_comments")
        .replace("REPORTS", word + "_reports")
        .replace("IS_SEEN", isSeen());
  }
}
