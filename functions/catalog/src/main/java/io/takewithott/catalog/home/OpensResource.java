package io.takewithott.catalog.home;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.core.ranking.RankedRow;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says that a title was opened from a row, which moves rows of its kind up. One database call. */
public final class OpensResource {
  private final RowOpens opens;
  private final InstantSource clock;

  public OpensResource(RowOpens opens, InstantSource clock) {
    this.opens = opens;
    this.clock = clock;
  }

  public Response open(Request request) {
    long viewer = request.requireCaller().userId();
    OpenRequest opened = request.body(OpenRequest.class);
    opens.count(viewer, opened.row(), opened.about(), clock.instant());
    return Response.noContent();
  }

  /**
   * {@code {"kind":"GENRE","subject":"drama"}}, as the row says it of itself.
   *
   * @param subject the key of what the row is about, if it is about anything
   */
  record OpenRequest(@Nullable String kind, @Nullable String subject) {
    private static final Pattern SUBJECT = Pattern.compile("[a-z0-9-]{0,40}");

    String row() {
      if (kind == null
          || Arrays.stream(RankedRow.Kind.values()).noneMatch(one -> one.name().equals(kind))) {
        throw invalid("kind", "kind is that of a row of the home page");
      }
      return kind;
    }

    String about() {
      String about = subject == null ? "" : subject;
      if (!SUBJECT.matcher(about).matches()) {
        throw invalid("subject", "subject is the key of what the row is about");
      }
      return about;
    }

    private static AppException invalid(String field, String message) {
      return new AppException(ErrorCode.INVALID_VALUE, message, Map.of("field", field));
    }
  }
}
