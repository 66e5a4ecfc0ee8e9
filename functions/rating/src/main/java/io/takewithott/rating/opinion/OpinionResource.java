package io.takewithott.rating.opinion;

import io.takewithott.core.database.Database;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.core.http.Routes;
import io.takewithott.core.limits.RateLimits;
import io.takewithott.core.taste.Stars;
import io.takewithott.core.taste.TasteAnnouncements;
import io.takewithott.rating.opinion.OpinionStore.Change;
import java.util.Optional;

/**
 * What the caller says of a title: stars, a reaction, a wish, how far they are, and whether they
 * want to see it at all. One database call each; what concerns their taste is told to the
 * recommender after that, by one message.
 */
public final class OpinionResource {
  private static final double HALF = 0.5;

  private final OpinionStore store;
  private final TasteAnnouncements announcements;

  public OpinionResource(Database database, RateLimits limits, TasteAnnouncements announcements) {
    this.store = new OpinionStore(database, limits);
    this.announcements = announcements;
  }

  public void addTo(Routes.Builder routes) {
    routes
        .put("/titles/{id}/rating", this::rate)
        .delete("/titles/{id}/rating", this::unrate)
        .post("/titles/{id}/rating/undo", this::undo)
        .put("/titles/{id}/reaction", this::react)
        .delete("/titles/{id}/reaction", this::takeReactionBack)
        .put("/titles/{id}/wish", this::wish)
        .delete("/titles/{id}/wish", this::unwish)
        .put("/titles/{id}/dismissal", this::dismiss)
        .delete("/titles/{id}/dismissal", this::takeDismissalBack)
        .put("/titles/{id}/progress", this::progress)
        .put("/me/picks", this::pick);
  }

  private Response rate(Request request) {
    long userId = caller(request);
    long titleId = request.pathId("id");
    Stars stars = request.body(RateRequest.class).given();
    return told(userId, store.rate(userId, titleId, stars));
  }

  private Response unrate(Request request) {
    long userId = caller(request);
    return told(userId, store.unrate(userId, request.pathId("id")));
  }

  private Response undo(Request request) {
    long userId = caller(request);
    Change change = store.undoRating(userId, request.pathId("id"));
    announcements.announce(userId, change.version(), change.inBurst());
    Optional<Double> stars = Optional.ofNullable(change.halfStars()).map(half -> half * HALF);
    return Response.ok(new UndoResponse(change.undone(), stars, change.version()));
  }

  private Response react(Request request) {
    long userId = caller(request);
    long titleId = request.pathId("id");
    boolean liked = request.body(ReactionRequest.class).liked();
    return told(userId, store.react(userId, titleId, liked));
  }

  private Response takeReactionBack(Request request) {
    long userId = caller(request);
    return told(userId, store.takeReactionBack(userId, request.pathId("id")));
  }

  private Response wish(Request request) {
    store.wish(caller(request), request.pathId("id"));
    return Response.noContent();
  }

  private Response unwish(Request request) {
    store.unwish(caller(request), request.pathId("id"));
    return Response.noContent();
  }

  private Response dismiss(Request request) {
    long userId = caller(request);
    return told(userId, store.dismiss(userId, request.pathId("id")));
  }

  private Response takeDismissalBack(Request request) {
    long userId = caller(request);
    return told(userId, store.takeDismissalBack(userId, request.pathId("id")));
  }

  /** A message follows a finished title alone, for the others change nobody's taste. */
  private Response progress(Request request) {
    long userId = caller(request);
    long titleId = request.pathId("id");
    ProgressRequest progress = request.body(ProgressRequest.class);
    Change change = store.progress(userId, titleId, progress.givenSeconds(), progress.isFinished());
    return progress.isFinished()
        ? told(userId, change)
        : Response.ok(new TasteResponse(change.version()));
  }

  private Response pick(Request request) {
    long userId = caller(request);
    return told(userId, store.pick(userId, request.body(PickRequest.class).given()));
  }

  private static long caller(Request request) {
    return request.requireCaller().userId();
  }

  private Response told(long userId, Change change) {
    announcements.announce(userId, change.version(), change.inBurst());
    return Response.ok(new TasteResponse(change.version()));
  }

  /** The version from which on a ranking knows this change. */
  record TasteResponse(long tasteVersion) {}

  /**
   * @param undone false where there was nothing to undo
   * @param stars the rating as it is now; absent for none
   */
  record UndoResponse(boolean undone, Optional<Double> stars, long tasteVersion) {}
}
