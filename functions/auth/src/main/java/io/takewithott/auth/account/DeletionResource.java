package io.takewithott.auth.account;

import io.takewithott.auth.account.DeletionStore.Gone;
import io.takewithott.auth.password.Proof;
import io.takewithott.auth.password.Proof.Proven;
import io.takewithott.auth.session.RefreshCookie;
import io.takewithott.auth.session.SessionStore;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Caller;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.core.objects.ObjectStore;
import io.takewithott.core.objects.ObjectStoreException;
import io.takewithott.core.photo.Photos;
import io.takewithott.core.ranking.Ranking;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leaving for good. Two database calls, and up to three objects are deleted. */
public final class DeletionResource {
  private static final Logger LOG = LoggerFactory.getLogger(DeletionResource.class);

  private final Proof proof;
  private final DeletionStore store;
  private final ObjectStore objects;
  private final Photos photos;

  public DeletionResource(Proof proof, DeletionStore store, ObjectStore objects, Photos photos) {
    this.proof = proof;
    this.store = store;
    this.objects = objects;
    this.photos = photos;
  }

  public Response delete(Request request) {
    Caller caller = request.requireCaller();
    DeleteRequest wanted = request.body(DeleteRequest.class);
    Proven proven = proof.require(caller, wanted.password);
    Gone gone =
        store
            .delete(caller.userId(), wanted.keepsRatings(), proven)
            .orElseThrow(SessionStore::loggedOut);
    forget(caller.userId(), gone);
    return Response.noContent().withCookie(RefreshCookie.none());
  }

  /**
   * Erases the account of somebody whose only way in is being closed, and who can prove nothing any
   * more: whoever asks has made sure of that. Ratings stay, nobody's.
   */
  public void eraseUnreachable(long userId) {
    store.delete(userId, true, new Proven(null, List.of())).ifPresent(gone -> forget(userId, gone));
  }

  private void forget(long userId, Gone gone) {
    photos.deleteNow(gone.photoKey());
    forgetRanking(userId);
  }

  /** What is left of it when this fails is an order of titles that belongs to nobody known. */
  private void forgetRanking(long userId) {
    try {
      objects.delete(Ranking.key(userId));
    } catch (ObjectStoreException unreachable) {
      LOG.atWarn().setCause(unreachable).log("the ranking of a deleted account was not deleted");
    }
  }

  /**
   * @param ratings {@code keep} without my name, or {@code erase}: a choice that has to be made
   */
  record DeleteRequest(@Nullable String password, @Nullable String ratings) {
    DeleteRequest {
      if (ratings == null || !(ratings.equals("keep") || ratings.equals("erase"))) {
        throw new AppException(
            ErrorCode.INVALID_VALUE,
            "Say whether to keep the ratings without your name, or to erase them: keep or erase",
            Map.of("field", "ratings"));
      }
    }

    boolean keepsRatings() {
      return "keep".equals(ratings);
    }

    @Override
    public String toString() {
      return "DeleteRequest[…]";
    }
  }
}
