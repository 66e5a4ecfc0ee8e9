package io.takewithott.core.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/**
 * Calls of an AWS service that speaks JSON over plain paths. Each may be made again: whoever calls
 * sends a token with what must not happen twice.
 */
public final class SignedCalls {
  private static final int MOST_TRIES = 3;
  private static final int TOO_MANY = 429;
  private static final int MOST_ANSWER_BYTES = 1 << 20;

  private final SdkHttpClient http;
  private final AwsCredentialsProvider credentials;
  private final String service;
  private final String region;
  private final URI endpoint;

  /**
   * @param service its name in signatures
   */
  public SignedCalls(
      SdkHttpClient http,
      AwsCredentialsProvider credentials,
      String service,
      String region,
      URI endpoint) {
    this.http = http;
    this.credentials = credentials;
    this.service = service;
    this.region = region;
    this.endpoint = endpoint;
  }

  Answer post(String path, byte[] json) {
    return call(SdkHttpMethod.POST, path, json);
  }

  Answer get(String path) {
    return call(SdkHttpMethod.GET, path, null);
  }

  private Answer call(SdkHttpMethod method, String path, byte @Nullable [] json) {
    for (int tries = 1; ; tries++) {
      try {
        Answer answer = once(method, path, json);
        boolean again = answer.status() == TOO_MANY || answer.status() >= 500;
        if (!again || tries == MOST_TRIES) {
          return answer;
        }
      } catch (IOException | UncheckedIOException failure) {
        if (tries == MOST_TRIES) {
          throw new JobException(service + " cannot be reached", failure);
        }
      }
    }
  }

  private Answer once(SdkHttpMethod method, String path, byte @Nullable [] json)
      throws IOException {
    SdkHttpFullRequest.Builder request =
        SdkHttpFullRequest.builder().method(method).uri(endpoint).encodedPath(path);
    if (json != null) {
      request
          .putHeader("Content-Type", "application/json")
          .putHeader("Content-Length", String.valueOf(json.length));
    }
    SdkHttpRequest plain = request.build();
    ContentStreamProvider body = json == null ? null : () -> new ByteArrayInputStream(json);
    SignedRequest signed =
        AwsV4HttpSigner.create()
            .sign(
                sign -> {
                  sign.identity(credentials.resolveCredentials())
                      .request(plain)
                      .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                      .putProperty(AwsV4HttpSigner.REGION_NAME, region);
                  if (body != null) {
                    sign.payload(body);
                  }
                });
    HttpExecuteRequest.Builder execute = HttpExecuteRequest.builder().request(signed.request());
    signed.payload().ifPresent(execute::contentStreamProvider);
    HttpExecuteResponse response = http.prepareRequest(execute.build()).call();
    try (InputStream content =
        response.responseBody().orElseGet(() -> AbortableInputStream.createEmpty())) {
      return new Answer(
          response.httpResponse().statusCode(), content.readNBytes(MOST_ANSWER_BYTES));
    }
  }

  /** What the service said. */
  record Answer(int status, byte[] body) {
    boolean isOk() {
      return status >= 200 && status < 300;
    }

    /** The service's own message, where it is readable. */
    String reason() {
      try {
        JsonNode message = Json.tree(body).path("message");
        return status + (message.isTextual() ? " " + message.asText() : "");
      } catch (UncheckedIOException noJson) {
        return String.valueOf(status);
      }
    }
  }
}
