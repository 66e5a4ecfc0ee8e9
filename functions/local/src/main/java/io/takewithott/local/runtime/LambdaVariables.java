package io.takewithott.local.runtime;

import io.takewithott.local.template.FunctionDefinition;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The environment variables of a function: the server's, then its own, then those Lambda reserves
 * for itself.
 */
final class LambdaVariables {

  private LambdaVariables() {}

  static Map<String, String> of(
      FunctionDefinition function, FunctionIdentity identity, RuntimeSettings settings) {
    Map<String, String> variables = new LinkedHashMap<>(settings.extraEnvironment());
    variables.putAll(function.environment());
    variables.put("AWS_LAMBDA_FUNCTION_NAME", identity.name());
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", FunctionIdentity.VERSION);
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(identity.memoryMegabytes()));
    variables.put("AWS_LAMBDA_LOG_GROUP_NAME", identity.logGroup());
    variables.put("AWS_LAMBDA_LOG_STREAM_NAME", identity.logStream());
    variables.put(
        "AWS_LAMBDA_INITIALIZATION_TYPE", function.snapStart() ? "snap-start" : "on-demand");
    variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_" + function.runtime().orElse("Image"));
    variables.put("AWS_REGION", settings.region());
    variables.put("AWS_DEFAULT_REGION", settings.region());
    variables.put("AWS_ACCESS_KEY_ID", settings.accessKeyId());
    variables.put("AWS_SECRET_ACCESS_KEY", settings.secretAccessKey());
    variables.put("LAMBDA_TASK_ROOT", function.code().toString());
    variables.put("TZ", "UTC");
    variables.put("_HANDLER", function.handler());
    return variables;
  }
}
