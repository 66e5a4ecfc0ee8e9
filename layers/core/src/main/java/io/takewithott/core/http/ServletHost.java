package io.takewithott.core.http;

import com.amazonaws.serverless.exceptions.ContainerInitializationException;
import com.amazonaws.serverless.proxy.AwsHttpApiV2SecurityContextWriter;
import com.amazonaws.serverless.proxy.AwsProxyExceptionHandler;
import com.amazonaws.serverless.proxy.internal.servlet.AwsHttpApiV2HttpServletRequestReader;
import com.amazonaws.serverless.proxy.internal.servlet.AwsHttpServletRequest;
import com.amazonaws.serverless.proxy.internal.servlet.AwsHttpServletResponse;
import com.amazonaws.serverless.proxy.internal.servlet.AwsLambdaServletContainerHandler;
import com.amazonaws.serverless.proxy.internal.servlet.AwsProxyHttpServletResponseWriter;
import com.amazonaws.serverless.proxy.model.AwsProxyResponse;
import com.amazonaws.serverless.proxy.model.HttpApiV2ProxyRequest;
import com.amazonaws.services.lambda.runtime.Context;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/**
 * A servlet container for exactly one servlet. The container library offers no plain-servlet
 * handler; this is the least that makes one.
 */
final class ServletHost
    extends AwsLambdaServletContainerHandler<
        HttpApiV2ProxyRequest, AwsProxyResponse, HttpServletRequest, AwsHttpServletResponse> {
  private final Servlet servlet;

  ServletHost(Servlet servlet) {
    super(
        HttpApiV2ProxyRequest.class,
        AwsProxyResponse.class,
        new AwsHttpApiV2HttpServletRequestReader(),
        new AwsProxyHttpServletResponseWriter(true),
        new AwsHttpApiV2SecurityContextWriter(),
        new AwsProxyExceptionHandler());
    this.servlet = servlet;
    // Of other types, bytes that could be UTF-8 are taken for Latin-1 text and written anew.
    getContainerConfig().addBinaryContentTypes("image/webp", "video/mp4", "video/webm");
    // The log line is ours (RouteServlet).
    setLogFormatter((request, response, securityContext) -> "");
    ServletRegistration.Dynamic registration =
        getServletContext().addServlet(servlet.getClass().getSimpleName(), servlet);
    registration.addMapping("/");
    registration.setLoadOnStartup(1);
  }

  @Override
  public void initialize() {
    try {
      super.initialize();
    } catch (ContainerInitializationException failure) {
      throw new IllegalStateException("The servlet host did not start", failure);
    }
  }

  @Override
  protected AwsHttpServletResponse getContainerResponse(
      HttpServletRequest request, CountDownLatch latch) {
    return new AwsHttpServletResponse(request, latch);
  }

  @Override
  protected void handleRequest(
      HttpServletRequest request, AwsHttpServletResponse response, Context lambdaContext)
      throws ServletException, IOException {
    if (request instanceof AwsHttpServletRequest contained) {
      contained.setServletContext(getServletContext());
    }
    doFilter(request, response, servlet);
  }
}
