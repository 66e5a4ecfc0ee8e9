package io.takewithott.local.gateway;

import io.takewithott.local.runtime.FunctionRuntime;
import io.takewithott.local.runtime.Invocation;
import io.takewithott.local.runtime.InvocationResult;
import io.takewithott.local.runtime.InvocationResult.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A function that remembers its events and answers what the test says. */
public final class ScriptedFunction implements FunctionRuntime {

  public final List<String> events = new CopyOnWriteArrayList<>();
  public volatile InvocationResult answer =
      new InvocationResult(
          Outcome.SUCCESS, "{\"statusCode\":204}".getBytes(StandardCharsets.UTF_8));
  public volatile long delayMillis;

  public void answers(String payload) {
    answers(Outcome.SUCCESS, payload);
  }

  public void answers(Outcome outcome, String payload) {
    answer = new InvocationResult(outcome, payload.getBytes(StandardCharsets.UTF_8));
  }

  public String lastEvent() {
    return events.get(events.size() - 1);
  }

  @Override
  public InvocationResult invoke(byte[] event, Invocation invocation) {
    events.add(new String(event, StandardCharsets.UTF_8));
    try {
      Thread.sleep(delayMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return answer;
  }

  @Override
  public void warm() {}

  @Override
  public void close() {}
}
