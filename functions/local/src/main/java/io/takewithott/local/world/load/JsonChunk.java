package io.takewithott.local.world.load;

/** Rows as one JSON array. */
record JsonChunk(String json, int rows) {}
