package io.takewithott.local.world;

import org.jspecify.annotations.Nullable;

/**
 * Somebody whose ratings are imported and who cannot log in.
 *
 * @param id the user id to take; null lets the database choose
 * @param key what the data set calls this viewer
 */
public record Viewer(@Nullable Long id, String key, String nickname) {}
