package io.takewithott.catalog.home;

import io.takewithott.catalog.title.Clip;
import io.takewithott.catalog.title.TitleCard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A card with what the viewer has to do with it.
 *
 * @param known whether they rated it, picked it or want to see no more of it
 * @param allowed whether it is for their age
 * @param popular its place among the popular titles that the viewer may and does not yet know, if
 *     it is one of the first
 * @param newest the same among the newest
 * @param tasteVersion how often the viewer's history has changed; absent for nobody
 * @param behaviour on one row of all, what the viewer does
 */
record HomeTitle(
    long titleId,
    String kind,
    String title,
    String originalTitle,
    @Nullable String englishTitle,
    @Nullable Integer year,
    @Nullable Integer runtimeMinutes,
    @Nullable String ageRating,
    @Nullable String synopsis,
    int ratings,
    @Nullable Double stars,
    List<String> genres,
    List<String> services,
    String poster,
    @Nullable Clip clip,
    boolean known,
    boolean allowed,
    @Nullable Integer popular,
    @Nullable Integer newest,
    @Nullable Long tasteVersion,
    @Nullable Behaviour behaviour) {

  boolean showable() {
    return allowed && !known;
  }

  TitleCard card() {
    return new TitleCard(
        titleId,
        kind,
        title,
        originalTitle,
        englishTitle,
        year,
        runtimeMinutes,
        ageRating,
        synopsis,
        ratings,
        stars,
        genres,
        services,
        poster,
        clip);
  }
}
