package io.takewithott.local.runtime;

/** Takes what functions write to their log streams, line by line, from any thread. */
@FunctionalInterface
public interface LogSink {

  void line(String functionLogicalId, String instance, String line);
}
