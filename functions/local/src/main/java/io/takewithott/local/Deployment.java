package io.takewithott.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.core.json.Json;
import io.takewithott.local.runtime.Functions;
import io.takewithott.local.runtime.Invocation;
import io.takewithott.local.runtime.InvocationResult;
import io.takewithott.local.template.CustomResourceDefinition;
import io.takewithott.local.template.Template;
import java.nio.charset.StandardCharsets;

/**
 * What a deployment does once the resources are there: it has the custom resources brought up to
 * date.
 */
final class Deployment {
  private final Template template;
  private final Functions functions;

  Deployment(Template template, Functions functions) {
    this.template = template;
    this.functions = functions;
  }

  /**
   * @throws IllegalStateException when a custom resource fails, with its function's own words
   */
  void run() {
    for (CustomResourceDefinition resource : template.customResources()) {
      InvocationResult result =
          functions.invoke(
              resource.functionLogicalId(), Json.bytes(event(resource)), Invocation.untraced());
      if (!result.succeeded()) {
        throw new IllegalStateException(
            "The custom resource " + resource.logicalId() + " failed: " + result.text());
      }
    }
  }

  private static ObjectNode event(CustomResourceDefinition resource) {
    ObjectNode event = Json.mapper().createObjectNode();
    event.put("RequestType", "Update");
    event.put("StackId", "arn:aws:cloudformation:local:stack/" + LocalSettings.STACK);
    event.put("RequestId", Invocation.untraced().requestId());
    event.put("LogicalResourceId", resource.logicalId());
    event.put("ResourceType", resource.type());
    event.set(
        "ResourceProperties", Json.tree(resource.properties().getBytes(StandardCharsets.UTF_8)));
    return event;
  }
}
