package io.takewithott.local.template;

/**
 * A resource a function of ours creates at deployment, and so at the local server's start.
 *
 * @param properties the ResourceProperties as JSON, with every value a string as CloudFormation
 *     sends them
 */
public record CustomResourceDefinition(
    String logicalId, String type, String functionLogicalId, String properties) {}
