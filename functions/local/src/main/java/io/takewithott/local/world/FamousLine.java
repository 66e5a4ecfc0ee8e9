package io.takewithott.local.world;

import org.jspecify.annotations.Nullable;

/** Words from a film that people remember, and who says them. */
public record FamousLine(String text, @Nullable String speaker) {}
