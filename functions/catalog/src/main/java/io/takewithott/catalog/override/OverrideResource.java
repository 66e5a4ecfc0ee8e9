package io.takewithott.catalog.override;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An administrator says whether a service offers a title, with source and date. One database call.
 */
public final class OverrideResource {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final Pattern SERVICE = Pattern.compile("[a-z0-9-]{1,40}");

  private final OverrideStore overrides;
  private final InstantSource clock;

  public OverrideResource(OverrideStore overrides, InstantSource clock) {
    this.overrides = overrides;
    this.clock = clock;
  }

  public Response put(Request request) {
    long titleId = request.pathId("id");
    String service = service(request);
    OverrideRequest said = request.body(OverrideRequest.class);
    LocalDate asOf = said.date(LocalDate.ofInstant(clock.instant(), SEOUL));
    if (!overrides.put(titleId, service, said.isAvailable(), said.origin(), asOf)) {
      throw nothingThere();
    }
    return Response.noContent();
  }

  public Response remove(Request request) {
    overrides.remove(request.pathId("id"), service(request));
    return Response.noContent();
  }

  private static String service(Request request) {
    String service = request.pathParameter("service");
    if (!SERVICE.matcher(service).matches()) {
      throw nothingThere();
    }
    return service;
  }

  private static AppException nothingThere() {
    return new AppException(ErrorCode.NOT_FOUND, "There is no such title or no such service");
  }

  /**
   * @param source where it was seen
   * @param asOf the day it was seen; otherwise today
   */
  record OverrideRequest(
      @Nullable Boolean available, @Nullable String source, @Nullable LocalDate asOf) {
    private static final int LONGEST_SOURCE = 200;
    private static final LocalDate FIRST = LocalDate.of(2016, 1, 1);

    boolean isAvailable() {
      if (available == null) {
        throw invalid("available", "available is true or false");
      }
      return available;
    }

    String origin() {
      String text = source == null ? "" : source.strip();
      if (text.isEmpty()
          || text.length() > LONGEST_SOURCE
          || text.codePoints().anyMatch(Character::isISOControl)) {
        throw invalid("source", "source says in 1 to 200 characters where it was seen");
      }
      return text;
    }

    LocalDate date(LocalDate today) {
      LocalDate day = asOf == null ? today : asOf;
      if (day.isBefore(FIRST) || day.isAfter(today)) {
        throw invalid("asOf", "asOf is the day it was seen, not a later one");
      }
      return day;
    }

    private static AppException invalid(String field, String message) {
      return new AppException(ErrorCode.INVALID_VALUE, message, Map.of("field", field));
    }
  }
}
