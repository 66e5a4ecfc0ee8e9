package io.takewithott.community.talk;

import io.takewithott.community.talk.ModerationStore.Reported;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.database.Database;
import io.takewithott.core.http.Admin;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.core.http.RouteHandler;
import io.takewithott.core.http.Routes;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What administrators see and hide. One database call each. */
public final class ModerationResource {
  private final ModerationStore store;

  public ModerationResource(Database database, InstantSource clock) {
    this.store = new ModerationStore(database, clock);
  }

  public void addTo(Routes.Builder routes) {
    routes
        .get("/admin/reports", Admin.only(this::reports))
        .put("/admin/reviews/{id}/visibility", Admin.only(hiding(Subject.REVIEW)))
        .put("/admin/posts/{id}/visibility", Admin.only(hiding(Subject.POST)));
  }

  private Response reports(Request request) {
    List<Reported> reported = store.reported(request.requireCaller());
    return Response.ok(new ReportsResponse(reported.stream().map(ReportedResponse::of).toList()));
  }

  private RouteHandler hiding(Subject subject) {
    return request -> {
      boolean hidden = request.body(VisibilityRequest.class).given();
      store.hide(subject, request.requireCaller(), request.pathId("id"), hidden);
      return Response.noContent();
    };
  }

  record VisibilityRequest(@Nullable Boolean hidden) {
    boolean given() {
      if (hidden == null) {
        throw new AppException(
            ErrorCode.INVALID_VALUE, "Say whether it is hidden", Map.of("field", "hidden"));
      }
      return hidden;
    }
  }

  record ReportsResponse(List<ReportedResponse> reported) {}

  /**
   * @param kind review or post
   * @param reasons how often each was given
   */
  record ReportedResponse(
      String kind,
      long id,
      String headline,
      String excerpt,
      int reports,
      boolean hidden,
      Map<String, Integer> reasons) {
    static ReportedResponse of(Reported reported) {
      return new ReportedResponse(
          reported.kind(),
          reported.id(),
          reported.headline(),
          reported.excerpt(),
          reported.reports(),
          reported.hidden(),
          reported.reasons() == null ? Map.of() : reported.reasons());
    }
  }
}
