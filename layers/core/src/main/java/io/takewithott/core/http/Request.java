package io.takewithott.core.http;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One request to one route, with everything that comes from outside checked as it is read. */
public final class Request {
  /** Enough for every JSON body of ours; photos go to S3 directly. */
  static final int LARGEST_BODY_BYTES = 256 * 1024;

  private static final String FORM = "application/x-www-form-urlencoded";

  private final HttpServletRequest servletRequest;
  private final Map<String, String> pathParameters;
  private final HttpEvent event;
  private final Edge edge;

  Request(
      HttpServletRequest servletRequest,
      Map<String, String> pathParameters,
      HttpEvent event,
      Edge edge) {
    this.servletRequest = servletRequest;
    this.pathParameters = pathParameters;
    this.event = event;
    this.edge = edge;
  }

  public String pathParameter(String name) {
    String value = pathParameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException("The route has no parameter " + name);
    }
    return value;
  }

  /**
   * A path parameter that is an id.
   *
   * @throws AppException NOT_FOUND when it is not a whole number, for then nothing is there
   */
  public long pathId(String name) {
    String value = pathParameter(name);
    if (value.matches("[1-9][0-9]{0,17}")) {
      return Long.parseLong(value);
    }
    throw new AppException(ErrorCode.NOT_FOUND, "There is nothing with the id " + printable(value));
  }

  public Optional<String> query(String name) {
    return Optional.ofNullable(servletRequest.getParameter(name));
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(servletRequest.getHeader(name));
  }

  /** All of a header that is a list; the container cuts one at its commas. */
  public Optional<String> listHeader(String name) {
    String list = String.join(", ", Collections.list(servletRequest.getHeaders(name)));
    return list.isEmpty() ? Optional.empty() : Optional.of(list);
  }

  public Optional<String> cookie(String name) {
    return event.cookie(name);
  }

  /** The network address that asks: as API Gateway saw it, or as our own edge did. */
  public String sourceIp() {
    return edge.viewer(event.sourceIp(), header(Edge.ADDRESS), header(Edge.SECRET));
  }

  /** Who asks, where the route's authorizer found out. */
  public Optional<Caller> caller() {
    return event.caller();
  }

  /**
   * @throws AppException UNAUTHENTICATED when nobody is logged in
   */
  public Caller requireCaller() {
    return caller()
        .orElseThrow(() -> new AppException(ErrorCode.UNAUTHENTICATED, "Log in to do this"));
  }

  /**
   * The JSON body.
   *
   * @throws AppException MALFORMED_REQUEST when it is missing, no JSON or has members that are not
   *     known; BODY_TOO_LARGE; INVALID_VALUE with the record's own words when a value is refused
   */
  public <T> T body(Class<T> type) {
    String contentType = servletRequest.getContentType();
    if (contentType == null
        || !contentType.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw malformed("The body must be application/json, not " + printable(contentType));
    }
    byte[] bytes = readBody();
    if (bytes.length == 0) {
      throw malformed("The request has no body");
    }
    try {
      T value = Json.mapper().readValue(bytes, type);
      if (value == null) {
        throw malformed("The body is null");
      }
      return value;
    } catch (JsonProcessingException fault) {
      throw translated(fault);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /**
   * The first value of a field of a form in the body, as other systems post to us.
   *
   * @throws AppException MALFORMED_REQUEST when the body is no form; BODY_TOO_LARGE
   */
  public Optional<String> form(String name) {
    String contentType = servletRequest.getContentType();
    if (contentType == null || !contentType.toLowerCase(Locale.ROOT).startsWith(FORM)) {
      throw malformed("The body must be " + FORM + ", not " + printable(contentType));
    }
    try {
      for (String field : new String(readBody(), StandardCharsets.UTF_8).split("&", -1)) {
        int equals = field.indexOf('=');
        if (equals > 0
            && URLDecoder.decode(field.substring(0, equals), StandardCharsets.UTF_8).equals(name)) {
          return Optional.of(
              URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
        }
      }
      return Optional.empty();
    } catch (IllegalArgumentException undecodable) {
      throw malformed("The body is not a form");
    }
  }

  /**
   * The body as it is, whatever it is said to be.
   *
   * @throws AppException BODY_TOO_LARGE; MALFORMED_REQUEST when there is none
   */
  public byte[] bytes(int mostBytes) {
    byte[] bytes = readBody(mostBytes);
    if (bytes.length == 0) {
      throw malformed("The request has no body");
    }
    return bytes;
  }

  /**
   * The plain members of a body that is a JSON object or a form, as other systems post to us; none
   * when it is neither.
   *
   * @throws AppException BODY_TOO_LARGE
   */
  public Map<String, String> fields() {
    String contentType = servletRequest.getContentType();
    boolean form = contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith(FORM);
    byte[] bytes = readBody();
    Map<String, String> fields = new LinkedHashMap<>();
    try {
      if (form) {
        for (String field : new String(bytes, StandardCharsets.UTF_8).split("&", -1)) {
          int equals = field.indexOf('=');
          if (equals > 0) {
            fields.putIfAbsent(
                URLDecoder.decode(field.substring(0, equals), StandardCharsets.UTF_8),
                URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
          }
        }
      } else {
        Json.tree(bytes)
            .properties()
            .forEach(
                member -> {
                  if (member.getValue().isValueNode()) {
                    fields.put(member.getKey(), member.getValue().asText());
                  }
                });
      }
    } catch (IllegalArgumentException | UncheckedIOException unreadable) {
      return Map.of();
    }
    return fields;
  }

  /** Whether there is a body at all. */
  public boolean hasBody() {
    return event.hasBody();
  }

  private byte[] readBody() {
    return readBody(LARGEST_BODY_BYTES);
  }

  private byte[] readBody(int mostBytes) {
    try {
      byte[] bytes = servletRequest.getInputStream().readNBytes(mostBytes + 1);
      if (bytes.length > mostBytes) {
        throw new AppException(
            ErrorCode.BODY_TOO_LARGE,
            "The body is larger than " + mostBytes + " bytes",
            Map.of("limitBytes", mostBytes));
      }
      return bytes;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static AppException translated(JsonProcessingException fault) {
    if (fault instanceof ValueInstantiationException refused
        && refused.getCause() instanceof AppException reason) {
      return reason;
    }
    if (fault instanceof UnrecognizedPropertyException unknown) {
      return malformed("The body has a member that is not known here: " + path(unknown));
    }
    if (fault instanceof JsonParseException) {
      return malformed("The body is not JSON");
    }
    if (fault instanceof JsonMappingException mismatch) {
      return malformed("The body does not fit at: " + path(mismatch));
    }
    return malformed("The body is not JSON");
  }

  private static String path(JsonMappingException fault) {
    String path =
        fault.getPath().stream()
            .map(
                part ->
                    part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
            .collect(Collectors.joining("."));
    return path.isEmpty() ? "the top" : printable(path);
  }

  private static AppException malformed(String message) {
    return new AppException(ErrorCode.MALFORMED_REQUEST, message);
  }

  /** A caller's text as it may stand in a message: short, and on one line. */
  private static String printable(@Nullable String text) {
    if (text == null) {
      return "absent";
    }
    String line = text.replaceAll("[\\p{Cntrl}]", "?");
    return line.length() <= 60 ? line : line.substring(0, 60) + "…";
  }
}
