package io.takewithott.community.notice;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.takewithott.community.notice.NoticeStore.Found;
import io.takewithott.community.notice.NoticeStore.Notice;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What I was told, and what I want to be told. One database call each. */
public final class NoticeResource {
  private final NoticeStore store;

  public NoticeResource(NoticeStore store) {
    this.store = store;
  }

  public Response list(Request request) {
    String before = request.query("before").orElse("");
    if (!before.isEmpty() && !before.matches("[0-9]{1,18}")) {
      throw new AppException(
          ErrorCode.INVALID_VALUE,
          "A page begins before a notification's id",
          Map.of("field", "before"));
    }
    Found found =
        store.list(
            request.requireCaller(), before.isEmpty() ? Long.MAX_VALUE : Long.parseLong(before));
    List<Notice> all = found.notices();
    List<Notice> page = all.subList(0, Math.min(all.size(), NoticeStore.PAGE));
    boolean more = all.size() > page.size();
    return Response.ok(
        new PageResponse(page, found.unread(), more ? page.get(page.size() - 1).id() : null));
  }

  public Response read(Request request) {
    return Response.ok(
        new UnreadResponse(
            store.read(request.requireCaller(), request.body(ReadRequest.class).upTo)));
  }

  public Response preferences(Request request) {
    return Response.ok(
        new PreferencesResponse(complete(store.preferences(request.requireCaller()))));
  }

  public Response change(Request request) {
    PreferencesRequest given = request.body(PreferencesRequest.class);
    return Response.ok(
        new PreferencesResponse(complete(store.change(request.requireCaller(), given.kinds))));
  }

  private static Map<String, Boolean> complete(Map<String, Boolean> said) {
    Map<String, Boolean> all = new LinkedHashMap<>();
    for (NoticeKind kind : NoticeKind.values()) {
      all.put(kind.text(), said.getOrDefault(kind.text(), true));
    }
    return all;
  }

  /**
   * @param next what to ask for as {@code before}; absent on the last page
   */
  record PageResponse(List<Notice> notifications, long unread, @Nullable Long next) {}

  record UnreadResponse(long unread) {}

  /**
   * @param upTo the newest that was seen
   */
  record ReadRequest(long upTo) {}

  record PreferencesResponse(Map<String, Boolean> kinds) {}

  /** The kinds to change; the others stay as they are. */
  record PreferencesRequest(Map<String, Boolean> kinds) {
    @JsonCreator
    PreferencesRequest(@Nullable Map<String, @Nullable Boolean> kinds) {
      Map<String, Boolean> checked = new LinkedHashMap<>();
      (kinds == null ? Map.<String, Boolean>of() : kinds)
          .forEach(
              (kind, wanted) -> {
                if (NoticeKind.of(kind).isEmpty() || wanted == null) {
                  throw new AppException(
                      ErrorCode.INVALID_VALUE,
                      "A preference is true or false for one of the known kinds",
                      Map.of("field", "kinds"));
                }
                checked.put(kind, wanted);
              });
      this.kinds = Map.copyOf(checked);
    }
  }
}
