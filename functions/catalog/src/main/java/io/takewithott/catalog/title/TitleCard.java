package io.takewithott.catalog.title;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a poster shows of a title.
 *
 * @param ratings how many people rated it
 * @param stars what they gave it on average
 * @param poster where its picture is: a path of ours or an address
 * @param clip what moves while somebody looks at it
 */
public record TitleCard(
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
    @Nullable Clip clip) {}
