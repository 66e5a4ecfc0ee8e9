package io.takewithott.local;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import io.takewithott.core.logging.JsonLogEncoder;
import io.takewithott.local.runtime.LogSink;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.LoggerFactory;

/**
 * The structured log of this run: one file for the functions and the server, so that the console
 * stays readable. Every run begins a new one.
 */
final class FunctionLog implements LogSink, AutoCloseable {
  private final Path file;
  private final OutputStream out;

  private FunctionLog(Path file, OutputStream out) {
    this.file = file;
    this.out = out;
  }

  /** Sends this process's log, and what isolated functions print, to the file. */
  static FunctionLog open(Path folder) {
    try {
      Files.createDirectories(folder);
      Path file = folder.resolve("log.jsonl");
      Files.deleteIfExists(file);
      OutputStream out =
          Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      redirect(file);
      return new FunctionLog(file, out);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  Path file() {
    return file;
  }

  @Override
  public void line(String functionLogicalId, String instance, String line) {
    byte[] bytes = (line.stripTrailing() + "\n").getBytes(StandardCharsets.UTF_8);
    synchronized (out) {
      try {
        out.write(bytes);
      } catch (IOException unwritable) {
        throw new UncheckedIOException(unwritable);
      }
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static void redirect(Path file) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    JsonLogEncoder encoder = new JsonLogEncoder("TakeWithOtt/" + LocalSettings.STACK);
    encoder.setContext(context);
    encoder.start();
    FileAppender<ILoggingEvent> appender = new FileAppender<>();
    appender.setContext(context);
    appender.setFile(file.toString());
    appender.setAppend(true);
    appender.setEncoder(encoder);
    appender.start();
    ch.qos.logback.classic.Logger root = context.getLogger("ROOT");
    root.detachAndStopAllAppenders();
    root.addAppender(appender);
    root.setLevel(Level.WARN);
  }
}
