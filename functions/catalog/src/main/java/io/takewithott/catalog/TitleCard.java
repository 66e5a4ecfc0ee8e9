package io.takewithott.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a poster shows of a title. */
record TitleCard(
    long titleId,
    String title,
    String originalTitle,
    @Nullable String englishTitle,
    @Nullable Integer year,
    @Nullable Integer runtimeMinutes,
    @Nullable String ageRating,
    @Nullable String synopsis,
    List<String> genres,
    List<String> services) {}
