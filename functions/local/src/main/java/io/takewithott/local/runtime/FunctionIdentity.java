package io.takewithott.local.runtime;

import io.takewithott.local.template.FunctionDefinition;

/** A function's names as AWS would have them; the function's name is its logical id. */
record FunctionIdentity(
    String name, String arn, int memoryMegabytes, String logGroup, String logStream) {

  static final String VERSION = "$LATEST";

  static FunctionIdentity of(FunctionDefinition function, RuntimeSettings settings, int instance) {
    String name = function.logicalId();
    String arn =
        "arn:aws:lambda:" + settings.region() + ":" + settings.accountId() + ":function:" + name;
    return new FunctionIdentity(
        name,
        function.alias().map(alias -> arn + ":" + alias).orElse(arn),
        function.memoryMegabytes(),
        "/aws/lambda/" + name,
        "local/[" + VERSION + "]" + instance);
  }
}
