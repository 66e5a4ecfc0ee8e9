package io.takewithott.local.world;

/** A streaming service, by its key and the name people know. */
public record Service(String service, String name) {}
