package io.takewithott.core.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.json.Json;
import java.util.List;
import java.util.Set;

/**
 * Runs of one application on EMR Serverless. The SDK's own client for it is not to be had in the
 * version of the others, and two calls need none: they are signed by the SDK's signer.
 */
public final class SparkJobs {
  private static final Set<String> OVER = Set.of("SUCCESS", "FAILED", "CANCELLED");
  private static final int NOT_FOUND = 404;

  private final SignedCalls calls;
  private final String application;
  private final String role;

  /**
   * @param application its id
   * @param role the ARN of what its runs may do
   */
  public SparkJobs(SignedCalls calls, String application, String role) {
    this.calls = calls;
    this.application = application;
    this.role = role;
  }

  /**
   * Starts a run, and answers its id.
   *
   * @throws JobException when it is refused, or EMR cannot be reached
   */
  public String start(SparkJob job) {
    Start body =
        new Start(
            job.token(),
            job.token(),
            role,
            new Driver(new Submit(job.jar(), job.arguments(), job.parameters())),
            job.longest().toMinutes());
    SignedCalls.Answer answer = calls.post(runs(), Json.bytes(body));
    if (!answer.isOk()) {
      throw new JobException("The Spark job was refused: " + answer.reason());
    }
    JsonNode run = Json.tree(answer.body()).path("jobRunId");
    if (!run.isTextual()) {
      throw new JobException("EMR Serverless started a job and named no run");
    }
    return run.asText();
  }

  /** Whether a run has ended, however it did; one that EMR does not know has. */
  public boolean isOver(String run) {
    SignedCalls.Answer answer = calls.get(runs() + "/" + run);
    if (answer.status() == NOT_FOUND) {
      return true;
    }
    if (!answer.isOk()) {
      throw new JobException(
          "What became of Spark job " + run + " is not known: " + answer.reason());
    }
    return OVER.contains(Json.tree(answer.body()).at("/jobRun/state").asText());
  }

  private String runs() {
    return "/applications/" + application + "/jobruns";
  }

  /** The body of StartJobRun. */
  record Start(
      String clientToken,
      String name,
      String executionRoleArn,
      Driver jobDriver,
      long executionTimeoutMinutes) {}

  record Driver(Submit sparkSubmit) {}

  record Submit(String entryPoint, List<String> entryPointArguments, String sparkSubmitParameters) {
    Submit {
      entryPointArguments = List.copyOf(entryPointArguments);
    }
  }
}
