package io.takewithott.rating.list;

import io.takewithott.core.database.Database;
import io.takewithott.core.http.Cursor;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.core.http.Routes;
import io.takewithott.rating.list.ListEntry.EntryResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The caller's lists, newest first, page by page. One database call each. */
public final class ListResource {
  private final ListStore store;

  public ListResource(Database database, InstantSource clock) {
    this.store = new ListStore(database, clock);
  }

  public void addTo(Routes.Builder routes) {
    routes
        .get("/me/ratings", request -> page(MyList.RATINGS, request))
        .get("/me/wishes", request -> page(MyList.WISHES, request))
        .get("/me/watches", request -> page(MyList.WATCHES, request))
        .get("/me/dismissals", request -> page(MyList.DISMISSALS, request))
        .get("/me/reactions", request -> page(MyList.REACTIONS, request));
  }

  private Response page(MyList list, Request request) {
    List<ListEntry> found = store.page(list, request.requireCaller(), Cursor.of(request));
    List<ListEntry> page = found.subList(0, Math.min(ListStore.PAGE, found.size()));
    Optional<String> next =
        found.size() > page.size()
            ? Optional.of(page.get(page.size() - 1))
                .map(last -> new Cursor(last.key(), last.id()).toString())
            : Optional.empty();
    return Response.ok(new ListResponse(page.stream().map(ListEntry::response).toList(), next));
  }

  /**
   * @param next the cursor of the next page, if there is one
   */
  record ListResponse(List<EntryResponse> titles, Optional<String> next) {}
}
