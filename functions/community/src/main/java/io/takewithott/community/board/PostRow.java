package io.takewithott.community.board;

import io.takewithott.community.talk.Author;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A post as somebody sees it. */
record PostRow(
    long postId,
    String headline,
    String body,
    @Nullable String photoKey,
    int likes,
    int comments,
    boolean mine,
    boolean hidden,
    boolean liked,
    long createdMillis,
    @Nullable Long editedMillis,
    long authorId,
    String nickname,
    @Nullable String authorPhoto,
    boolean gone,
    @Nullable Boolean live) {

  PostResponse response() {
    return new PostResponse(
        postId,
        headline,
        body,
        Optional.ofNullable(photoKey).map(Photo::of),
        likes,
        comments,
        liked,
        mine,
        hidden,
        Instant.ofEpochMilli(createdMillis),
        Optional.ofNullable(editedMillis).map(Instant::ofEpochMilli),
        Author.of(authorId, nickname, authorPhoto, gone));
  }

  record PostResponse(
      long postId,
      String headline,
      String text,
      Optional<Photo> photo,
      int likes,
      int comments,
      boolean liked,
      boolean mine,
      boolean hidden,
      Instant createdAt,
      Optional<Instant> editedAt,
      Author author) {}

  /**
   * @param small a path of the API
   */
  record Photo(String small, String large) {
    static Photo of(String key) {
      return new Photo("/photos/" + key + "/small", "/photos/" + key + "/large");
    }
  }
}
