package io.takewithott.payment.vault;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.envelope.Envelopes;
import io.takewithott.core.envelope.Seal;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.payment.request.Given;
import io.takewithott.payment.vault.VaultRow.Lock;
import io.takewithott.payment.vault.VaultStore.RevealRow;
import io.takewithott.payment.vault.VaultStore.Revealed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The host stores the log-in, members have it shown. Storing makes two database calls, showing one,
 * each with one of the key service (two where the old password is to be changed).
 */
public final class VaultResource {
  private static final String PURPOSE = "vault";

  private final VaultStore store;
  private final Envelopes envelopes;

  public VaultResource(VaultStore store, Envelopes envelopes) {
    this.store = store;
    this.envelopes = envelopes;
  }

  /** What there is, without what is in it; one database call. */
  public Response status(Request request) {
    return Response.ok(StatusResponse.of(inside(request)));
  }

  /** Stores a log-in: the one before is gone for good. */
  public Response save(Request request) {
    long partyId = request.pathId("id");
    VaultRow vault = inside(request);
    if (!vault.host()) {
      throw new AppException(ErrorCode.FORBIDDEN, "The host stores the log-in");
    }
    vault.requireShared();
    if (vault.closed()) {
      throw Lock.CLOSED.refusal();
    }
    LogIn logIn = request.body(LogIn.class).checked();
    String old = vault.sealed();
    if (vault.stale()
        && old != null
        && opened(old, partyId, vault.version()).hasPasswordOf(logIn)) {
      throw Given.refused(
          "password", "This is the password that somebody who has left may know: choose another");
    }
    int version = vault.version() + 1;
    String sealed = envelopes.seal(logIn.text(), new Seal(PURPOSE, partyId, version));
    if (!store.save(partyId, request.requireCaller().userId(), version, sealed)) {
      throw new AppException(ErrorCode.CONFLICT, "It was changed elsewhere; look again");
    }
    return Response.ok(StatusResponse.of(inside(request)));
  }

  /** Shows it. That it was shown is stored first: a log that has too much is no harm. */
  public Response reveal(Request request) {
    long partyId = request.pathId("id");
    long userId = request.requireCaller().userId();
    Optional<Revealed> found = store.reveal(partyId, userId);
    if (found.isEmpty()) {
      throw inside(request).lock().orElse(Lock.LIMIT).refusal();
    }
    Revealed revealed = found.get();
    LogIn logIn = opened(revealed.sealed(), partyId, revealed.version());
    return Response.ok(
        new RevealResponse(
            logIn.account(), logIn.password(), revealed.version(), revealed.stale()));
  }

  /** Erases it; one database call. */
  public Response erase(Request request) {
    if (!store.erase(request.pathId("id"), request.requireCaller().userId())) {
      throw new AppException(ErrorCode.NOT_FOUND, "There is nothing of yours to erase");
    }
    return Response.noContent();
  }

  /** Who was shown it, for everybody inside; two database calls. */
  public Response reveals(Request request) {
    inside(request);
    List<RevealRow> rows =
        store.reveals(
            request.pathId("id"),
            request.requireCaller().userId(),
            Given.cursor(request, Long.MAX_VALUE));
    List<RevealRow> page = rows.subList(0, Math.min(rows.size(), VaultStore.PAGE));
    return Response.ok(
        new RevealsResponse(
            page.stream().map(Seen::of).toList(),
            rows.size() > page.size() ? page.get(page.size() - 1).revealId() : null));
  }

  private VaultRow inside(Request request) {
    return store
        .find(request.pathId("id"), request.requireCaller().userId())
        .orElseThrow(() -> new AppException(ErrorCode.NOT_FOUND, "You are not in this party"));
  }

  private LogIn opened(String sealed, long partyId, int version) {
    return LogIn.of(envelopes.open(sealed, new Seal(PURPOSE, partyId, version)));
  }

  /**
   * @param locked why the caller cannot have it shown; absent where they can
   * @param changeBy by when the host is to change the password, for somebody has left
   */
  record StatusResponse(
      boolean stored,
      int version,
      @Nullable Instant savedAt,
      boolean stale,
      @Nullable LocalDate changeBy,
      @Nullable String locked,
      int revealsLeft) {
    static StatusResponse of(VaultRow vault) {
      boolean stored = vault.sealed() != null;
      return new StatusResponse(
          stored,
          vault.version(),
          stored ? Instant.ofEpochSecond(vault.savedSeconds()) : null,
          vault.stale(),
          vault.changeBy(),
          vault.lock().map(Lock::name).orElse(null),
          VaultRow.MOST_REVEALS - vault.revealsToday());
    }
  }

  /**
   * @param stale whether the host is to change it
   */
  record RevealResponse(
      @Nullable String account, @Nullable String password, int version, boolean stale) {
    @Override
    public String toString() {
      return "RevealResponse[version " + version + "]";
    }
  }

  record RevealsResponse(List<Seen> reveals, @Nullable Long next) {}

  record Seen(@Nullable String nickname, boolean own, boolean host, int version, Instant at) {
    static Seen of(RevealRow row) {
      return new Seen(
          row.nickname(),
          row.own(),
          row.host(),
          row.version(),
          Instant.ofEpochSecond(row.seconds()));
    }
  }
}
