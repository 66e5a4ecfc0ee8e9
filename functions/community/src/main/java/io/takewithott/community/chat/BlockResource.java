package io.takewithott.community.chat;

import io.takewithott.core.database.Database;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import java.time.InstantSource;
import java.util.List;

/** Whom I do not want to hear. One database call each. */
public final class BlockResource {
  private final BlockStore store;

  public BlockResource(Database database, InstantSource clock) {
    this.store = new BlockStore(database, clock);
  }

  public Response block(Request request) {
    store.block(request.requireCaller(), request.pathId("userId"));
    return Response.noContent();
  }

  public Response unblock(Request request) {
    store.unblock(request.requireCaller(), request.pathId("userId"));
    return Response.noContent();
  }

  public Response blocked(Request request) {
    return Response.ok(new BlockedResponse(store.blocked(request.requireCaller())));
  }

  record BlockedResponse(List<BlockStore.Other> users) {}
}
