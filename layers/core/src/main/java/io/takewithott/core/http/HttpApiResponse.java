package io.takewithott.core.http;

import com.amazonaws.serverless.proxy.model.AwsProxyResponse;
import com.amazonaws.serverless.proxy.model.Headers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A response in the HTTP API's payload format 2.0. The container library writes format 1.0's {@code
 * multiValueHeaders}, of which format 2.0 reads nothing: cookies have a member of their own here,
 * and several values of another header are joined by commas.
 */
record HttpApiResponse(
    int statusCode,
    Map<String, String> headers,
    List<String> cookies,
    @Nullable String body,
    boolean isBase64Encoded) {

  static HttpApiResponse of(AwsProxyResponse response) {
    Map<String, String> headers = new LinkedHashMap<>();
    List<String> cookies = new ArrayList<>();
    Headers all = response.getMultiValueHeaders();
    if (all != null) {
      all.forEach(
          (name, values) -> {
            if (name.equalsIgnoreCase("set-cookie")) {
              cookies.addAll(values);
            } else {
              headers.put(name.toLowerCase(java.util.Locale.ROOT), String.join(", ", values));
            }
          });
    }
    return new HttpApiResponse(
        response.getStatusCode(), headers, cookies, response.getBody(), response.isBase64Encoded());
  }
}
