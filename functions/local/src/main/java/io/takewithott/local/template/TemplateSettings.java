package io.takewithott.local.template;

import java.util.Map;

/**
 * What a deployment would be told beside the template: parameter overrides, and where the stack
 * stands.
 */
public record TemplateSettings(
    Map<String, String> parameters, String region, String accountId, String stackName) {

  public TemplateSettings {
    parameters = Map.copyOf(parameters);
  }
}
