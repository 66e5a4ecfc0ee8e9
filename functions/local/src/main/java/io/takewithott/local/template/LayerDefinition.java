package io.takewithott.local.template;

import java.nio.file.Path;

/** A layer; its content is a folder with java/lib. */
public record LayerDefinition(String logicalId, Path contentFolder) {}
