package io.takewithott.catalog.title;

import org.jspecify.annotations.Nullable;

/**
 * Something short to play.
 *
 * @param kind {@code trailer}, {@code teaser}, {@code clip} or {@code sample}
 * @param site {@code own}: {@code url} is a video file; {@code youtube}: it is a page to embed
 */
public record Clip(
    String kind,
    String site,
    String url,
    @Nullable String name,
    @Nullable String language,
    @Nullable Integer seconds) {}
