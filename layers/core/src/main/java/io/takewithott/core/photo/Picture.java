package io.takewithott.core.photo;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody's picture is fetched, in two sizes. One that is drawn has any size.
 *
 * @param small a path of the API
 */
public record Picture(String small, String large, boolean drawn) {
  /**
   * @param photoKey absent for somebody without a photo
   */
  public static Picture of(long userId, @Nullable String photoKey) {
    if (photoKey == null) {
      String drawn = "/users/" + userId + "/picture";
      return new Picture(drawn, drawn, true);
    }
    String photo = "/photos/" + photoKey + "/";
    return new Picture(photo + "small", photo + "large", false);
  }
}
