package io.takewithott.auth.account;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.auth.account.ExportStore.Part;
import io.takewithott.auth.account.ExportStore.Rating;
import io.takewithott.auth.client.Client;
import io.takewithott.core.http.Caller;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.core.json.Json;
import java.time.Instant;
import java.util.List;

/**
 * Everything that is known about me, as a file. One database call, and one for every 5,000 ratings.
 */
public final class ExportResource {
  /** 50,000 ratings are some 5 MB, and a function answers no more than 6. */
  private static final int MOST_PAGES = 10;

  private static final List<String> LISTS =
      List.of(
          "identities",
          "emailChanges",
          "sessions",
          "securityEvents",
          "picks",
          "dismissedTitles",
          "watches",
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
    addRatings(file, caller.userId());
    return Response.ok(file)
        .withHeader("content-disposition", "attachment; filename=\"take-with-ott.json\"");
  }

  private void addRatings(ObjectNode file, long userId) {
    ArrayNode ratings = file.putArray("ratings");
    long after = 0;
    for (int page = 0; page < MOST_PAGES; page++) {
      List<Rating> rows = store.ratings(userId, after);
      for (Rating row : rows) {
        ratings
            .addObject()
            .put("titleId", row.titleId())
            .put("title", row.title())
            .put("stars", row.halfStars() / 2.0)
            .put("ratedAt", Instant.ofEpochMilli(row.ratedMillis()).toString());
        after = row.titleId();
      }
      if (rows.size() < ExportStore.RATINGS_A_PAGE) {
        return;
      }
    }
    file.put("ratingsCutShort", true);
  }
}
