package io.takewithott.core.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Optional;

/**
 * Every log line goes to standard output as JSON. Found by logback as a service, before anything of
 * ours is made, so that it asks the environment itself.
 */
public final class JsonLogConfigurator extends ContextAwareBase implements Configurator {
  /** The name that AWS's own libraries for the embedded metric format know it by. */
  private static final String NAMESPACE = "AWS_EMF_NAMESPACE";

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    JsonLogEncoder encoder =
        Optional.ofNullable(System.getenv(NAMESPACE))
            .map(JsonLogEncoder::new)
            .orElseGet(JsonLogEncoder::new);
    encoder.setContext(context);
    encoder.start();
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setContext(context);
    console.setEncoder(encoder);
    console.start();
    context.getLogger("ROOT").setLevel(Level.WARN);
    context.getLogger("ROOT").addAppender(console);
    context.getLogger("io.takewithott").setLevel(Level.INFO);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
