package io.takewithott.local.contract;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Notes what functions in this process ask of AWS. The SDK finds it by its name in {@code
 * execution.interceptors} and makes one for every client; a function's clients are made on a thread
 * that bears its name.
 */
public final class SdkCalls implements ExecutionInterceptor {
  private static final Pattern THREAD = Pattern.compile("([A-Za-z]+Function)-[0-9]+");
  private static final String STACK = "takewithott-local-";
  private static final int NOT_FOUND = 404;

  /** Of all clients: the SDK makes them, and nobody can give them anything. */
  private static final Set<Call> SEEN = ConcurrentHashMap.newKeySet();

  private final Optional<String> maker = function();

  /** What was asked so far, whoever's test it was. */
  static Set<Call> seen() {
    return Set.copyOf(SEEN);
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    function()
        .or(() -> maker)
        .ifPresent(
            name ->
                note(
                    name,
                    attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME),
                    context.request()));
  }

  /** Who may not list a bucket hears that what is missing is forbidden. */
  @Override
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
    boolean missing =
        context.exception() instanceof AwsServiceException failure
            && failure.statusCode() == NOT_FOUND
            && context.request().getValueForField("Key", String.class).isPresent();
    if (missing) {
      function()
          .or(() -> maker)
          .ifPresent(name -> SEEN.add(new Call(name, "s3:ListBucket", "DataBucket")));
    }
  }

  private static Optional<String> function() {
    Matcher thread = THREAD.matcher(Thread.currentThread().getName());
    return thread.matches() ? Optional.of(thread.group(1)) : Optional.empty();
  }

  private static void note(String function, String operation, SdkRequest request) {
    String service =
        request.getClass().getPackageName().replaceFirst("^.*services\\.(\\w+)\\..*$", "$1");
    switch (service) {
      case "rdsdata" -> {
        SEEN.add(new Call(function, "rds-data:" + operation, "Database"));
        // The Data API reads the secret with the caller's rights.
        SEEN.add(
            new Call(
                function, "secretsmanager:GetSecretValue", secret(text(request, "secretArn"))));
      }
      case "secretsmanager" ->
          SEEN.add(
              new Call(function, "secretsmanager:" + operation, secret(text(request, "SecretId"))));
      case "sqs" ->
          SEEN.add(
              new Call(
                  function,
                  "sqs:" + operation.replace("MessageBatch", "Message"),
                  text(request, "QueueUrl").replaceFirst("^.*/" + STACK, "")));
      case "s3" -> SEEN.add(new Call(function, s3(operation), object(operation, request)));
      case "kms" -> SEEN.add(new Call(function, "kms:" + operation, "SealKey"));
      case "sesv2" -> SEEN.add(new Call(function, "ses:" + operation, "identity"));
      case "apigatewaymanagementapi" ->
          SEEN.add(new Call(function, "execute-api:ManageConnections", "Sockets"));
      default -> SEEN.add(new Call(function, service + ":" + operation, "?"));
    }
  }

  private static String s3(String operation) {
    return switch (operation) {
      case "HeadObject" -> "s3:GetObject";
      case "DeleteObjects" -> "s3:DeleteObject";
      case "ListObjectsV2", "ListObjects", "HeadBucket" -> "s3:ListBucket";
      case "CreateMultipartUpload", "UploadPart", "CompleteMultipartUpload" -> "s3:PutObject";
      default -> "s3:" + operation;
    };
  }

  private static String object(String operation, SdkRequest request) {
    return s3(operation).equals("s3:ListBucket")
        ? "DataBucket"
        : "DataBucket/" + text(request, "Key");
  }

  private static String secret(String arn) {
    String name = arn.replaceFirst("^.*" + STACK, "").replaceFirst("-[A-Za-z0-9]{6}$", "");
    return name.equals("Database-master") ? "Database.MasterUserSecret" : name;
  }

  private static String text(SdkRequest request, String field) {
    return request.getValueForField(field, String.class).orElse("");
  }

  /**
   * @param action as policies name it
   * @param resource by the template's names, with an object's key
   */
  record Call(String function, String action, String resource) {
    @Override
    public String toString() {
      return function + " " + action + " " + resource;
    }
  }
}
