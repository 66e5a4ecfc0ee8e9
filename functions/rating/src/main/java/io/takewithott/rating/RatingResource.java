package io.takewithott.rating;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.core.queue.MessageQueue;
import io.takewithott.core.queue.QueueException;
import io.takewithott.core.queue.TasteChanged;
import java.util.Map;

/**
 * Rating and picking. One database call each, then one message. The message is sent even if nothing
 * changed: then an earlier attempt may have stored the change and failed to tell.
 */
final class RatingResource {
  private final RatingStore ratings;
  private final MessageQueue tasteChanged;

  RatingResource(RatingStore ratings, MessageQueue tasteChanged) {
    this.ratings = ratings;
    this.tasteChanged = tasteChanged;
  }

  Response rate(Request request) {
    long userId = request.requireCaller().userId();
    long titleId = request.pathId("id");
    Stars stars = request.body(RateRequest.class).given();
    return told(userId, ratings.rate(userId, titleId, stars));
  }

  Response unrate(Request request) {
    long userId = request.requireCaller().userId();
    return told(userId, ratings.unrate(userId, request.pathId("id")));
  }

  Response pick(Request request) {
    long userId = request.requireCaller().userId();
    return told(userId, ratings.pick(userId, request.body(PickRequest.class).given()));
  }

  private Response told(long userId, long tasteVersion) {
    try {
      tasteChanged.send(new TasteChanged(userId, tasteVersion));
    } catch (QueueException failure) {
      throw new AppException(
          ErrorCode.UNAVAILABLE,
          "The change is stored but your order is not up to date yet; try again in a moment",
          Map.of(),
          failure);
    }
    return Response.ok(new TasteResponse(tasteVersion));
  }

  /** The version from which on a ranking knows this change. */
  record TasteResponse(long tasteVersion) {}
}
