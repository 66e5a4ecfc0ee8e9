package io.takewithott.recommender.model;

/** A stored model with the version under which rankings refer to it. */
public record VersionedModel(String version, HybridModel model) {}
