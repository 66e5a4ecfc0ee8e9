package io.takewithott.core.cloud;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Takes {@code Expect: 100-continue} out of a put. Asking first costs a round trip, and the plain
 * HTTP client does not report a connection that breaks during the question as a failure to be
 * retried.
 */
public final class WithoutExpectation implements ExecutionInterceptor {
  @Override
  public SdkHttpRequest modifyHttpRequest(
      Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
    return context.httpRequest().toBuilder().removeHeader("Expect").build();
  }
}
