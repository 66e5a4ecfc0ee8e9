package io.takewithott.community.talk;

import io.takewithott.core.photo.Picture;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote something. Of somebody who has left nothing is shown.
 *
 * @param gone whether they have left
 */
public record Author(
    boolean gone, Optional<Long> userId, Optional<String> nickname, Optional<Picture> picture) {

  /** What a statement selects of the author {@code a}. */
  public static final String COLUMNS =
      """
      a.user_id as author_id, a.nickname, a.photo_key as author_photo, a.deleted_at is not null as gone
      """;

  public static Author of(long userId, String nickname, @Nullable String photoKey, boolean gone) {
    return gone
        ? new Author(true, Optional.empty(), Optional.empty(), Optional.empty())
        : new Author(
            false,
            Optional.of(userId),
            Optional.of(nickname),
            Optional.of(Picture.of(userId, photoKey)));
  }
}
