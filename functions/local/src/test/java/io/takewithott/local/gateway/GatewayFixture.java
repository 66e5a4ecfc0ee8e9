package io.takewithott.local.gateway;

import io.takewithott.local.runtime.Functions;
import io.takewithott.local.template.FunctionDefinition;
import io.takewithott.local.template.Template;
import io.takewithott.local.template.TemplateText;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A gateway on a free port with scripted functions, a clock that stands still and fixed ids. */
final class GatewayFixture implements AutoCloseable {

  static final String REQUEST_ID = "JKJaXmPLvHcESHA=";
  static final String TRACE_ID = "Root=1-5e6722a7-cc56xmpl46db7ae02d4da47e";

  final Map<String, ScriptedFunction> functions = new LinkedHashMap<>();
  final List<AccessLog.Entry> log = new CopyOnWriteArrayList<>();
  final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-20T09:43:46.123Z"));
  private final Server server = new Server();
  private final ServerConnector connector;

  GatewayFixture(String template, Duration integrationLimit) throws Exception {
    Template read = TemplateText.read(template);
    for (FunctionDefinition function : read.functions()) {
      functions.put(function.logicalId(), new ScriptedFunction());
    }
    GatewaySettings settings =
        new GatewaySettings(
            "000000000000",
            "local",
            "ap-northeast-2",
            now::get,
            () -> REQUEST_ID,
            () -> TRACE_ID,
            integrationLimit);
    connector =
        new ServerConnector(server, new HttpConnectionFactory(HttpApiGateway.configuration()));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(
        new HttpApiGateway(read, Functions.of(Map.copyOf(functions)), settings, log::add));
    server.start();
  }

  int port() {
    return connector.getLocalPort();
  }

  ScriptedFunction function(String logicalId) {
    ScriptedFunction function = functions.get(logicalId);
    if (function == null) {
      throw new IllegalArgumentException(logicalId);
    }
    return function;
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }
}
