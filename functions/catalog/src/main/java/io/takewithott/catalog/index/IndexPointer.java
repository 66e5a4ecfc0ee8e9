package io.takewithott.catalog.index;

import java.util.Optional;

/**
 * Which object is the current index.
 *
 * @param sha256 of its bytes
 * @param watermark of the index
 * @param previous the object before, which somebody may be reading still
 */
record IndexPointer(
    String key, String sha256, long bytes, long watermark, Optional<String> previous) {}
