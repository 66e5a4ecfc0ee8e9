package io.takewithott.local.runtime;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the local cloud is like for its functions.
 *
 * @param extraEnvironment added to every function's own variables: where AWS's endpoints are
 *     (AWS_ENDPOINT_URL_S3 …)
 * @param maximumInstances per function, unless its reserved concurrency is lower
 * @param initTimeout AWS allows 10 s; a loaded machine may need more
 * @param waitForInstance how long an event waits while all instances are busy, before it is
 *     throttled
 */
public record RuntimeSettings(
    String region,
    String accountId,
    String accessKeyId,
    String secretAccessKey,
    Map<String, String> extraEnvironment,
    int maximumInstances,
    Duration initTimeout,
    Duration waitForInstance,
    InstantSource clock,
    LogSink log) {

  /** More would only take turns on the two or four cores of a developer's machine. */
  public static final int DEFAULT_INSTANCES = 4;

  /** AWS's own limit. */
  public static final Duration DEFAULT_INIT_TIMEOUT = Duration.ofSeconds(10);

  /** As long as an HTTP API waits for its function. */
  public static final Duration DEFAULT_WAIT = Duration.ofSeconds(30);

  public RuntimeSettings {
    extraEnvironment = Collections.unmodifiableMap(new LinkedHashMap<>(extraEnvironment));
  }

  public static RuntimeSettings standard(String region, String accountId, LogSink log) {
    return new RuntimeSettings(
        region,
        accountId,
        "local",
        "local-secret",
        Map.of(),
        DEFAULT_INSTANCES,
        DEFAULT_INIT_TIMEOUT,
        DEFAULT_WAIT,
        InstantSource.system(),
        log);
  }

  public RuntimeSettings withExtraEnvironment(Map<String, String> added) {
    return new RuntimeSettings(
        region,
        accountId,
        accessKeyId,
        secretAccessKey,
        added,
        maximumInstances,
        initTimeout,
        waitForInstance,
        clock,
        log);
  }

  public RuntimeSettings withMaximumInstances(int most) {
    return new RuntimeSettings(
        region,
        accountId,
        accessKeyId,
        secretAccessKey,
        extraEnvironment,
        most,
        initTimeout,
        waitForInstance,
        clock,
        log);
  }

  public RuntimeSettings withInitTimeout(Duration longest) {
    return new RuntimeSettings(
        region,
        accountId,
        accessKeyId,
        secretAccessKey,
        extraEnvironment,
        maximumInstances,
        longest,
        waitForInstance,
        clock,
        log);
  }

  /** For tests, and for servers whose time can be set. */
  public RuntimeSettings withClock(InstantSource source) {
    return new RuntimeSettings(
        region,
        accountId,
        accessKeyId,
        secretAccessKey,
        extraEnvironment,
        maximumInstances,
        initTimeout,
        waitForInstance,
        source,
        log);
  }
}
