package io.takewithott.local.world;

import java.util.List;

/** What a data set holds. Ratings name viewers and titles by their position in these lists. */
public record Contents(
    List<Title> titles,
    List<Viewer> viewers,
    Ratings ratings,
    Availability availability,
    Remarks remarks) {

  public Contents {
    titles = List.copyOf(titles);
    viewers = List.copyOf(viewers);
  }
}
