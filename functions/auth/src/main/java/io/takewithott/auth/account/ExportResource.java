package io.takewithott.auth.account;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.auth.account.ExportStore.Part;
import io.takewithott.auth.account.ExportStore.Row;
import io.takewithott.auth.client.Client;
import io.takewithott.core.http.Caller;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.core.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known about me, as a file. One database call, and one for every 600 kB of
 * history.
 */
public final class ExportResource {
  /** Of 600 kB each at most: a function answers no more than 6 MB. */
  private static final int MOST_PAGES = 9;

  private static final List<String> LISTS =
      List.of(
          "identities",
          "emailChanges",
          "sessions",
          "securityEvents",
          "picks",
          "openedRows",
          "following",
          "followers");

  private final ExportStore store;

  public ExportResource(ExportStore store) {
    this.store = store;
  }

  public Response export(Request request) {
    Caller caller = request.requireCaller();
    ObjectNode file = Json.mapper().createObjectNode();
    LISTS.forEach(file::putArray);
    for (Part part : store.parts(caller, Client.of(request))) {
      if (file.get(part.part()) instanceof ArrayNode list) {
        list.add(part.item());
      } else {
        file.set(part.part(), part.item());
      }
    }
    addHistory(file, caller.userId());
    return Response.ok(file)
        .withHeader("content-disposition", "attachment; filename=\"take-with-ott.json\"");
  }

  private void addHistory(ObjectNode file, long userId) {
    HistoryList[] lists = HistoryList.values();
    for (HistoryList list : lists) {
      file.putArray(list.title());
    }
    @Nullable Row last = null;
    for (int page = 0; page < MOST_PAGES; page++) {
      List<Row> rows = store.history(userId, last);
      for (Row row : rows) {
        file.withArray("/" + lists[row.list()].title()).add(row.item());
        last = row;
      }
      if (last == null || rows.isEmpty() || !last.more()) {
        return;
      }
    }
    file.put("cutShort", true);
  }
}
