package io.takewithott.cloud.s3;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gaul.s3proxy.CrossOriginResourceSharing;

/**
 * What pages of other origins may do, in the words of a bucket's own rule. It is for all buckets of
 * a server, and a preflight's answer names no time for which it is good: a browser asks each time.
 *
 * @param origins each may hold one {@code *}
 */
public record CorsRule(List<String> origins, List<String> methods, List<String> headers) {
  public CorsRule {
    origins = List.copyOf(origins);
    methods = List.copyOf(methods);
    headers = List.copyOf(headers);
  }

  CrossOriginResourceSharing served() {
    return new CrossOriginResourceSharing(
        origins.contains("*") ? origins : origins.stream().map(CorsRule::pattern).toList(),
        methods,
        headers,
        List.of(),
        "");
  }

  private static String pattern(String origin) {
    return Arrays.stream(origin.split("\\*", -1))
        .map(Pattern::quote)
        .collect(Collectors.joining(".*"));
  }
}
