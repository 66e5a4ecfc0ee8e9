package io.takewithott.payment.party;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.payment.member.Ending;
import io.takewithott.payment.member.Leaving;
import io.takewithott.payment.member.MembershipState;
import io.takewithott.payment.member.Memberships;
import io.takewithott.payment.member.Standing;
import io.takewithott.payment.money.Today;
import io.takewithott.payment.party.PartyStore.Left;
import io.takewithott.payment.refund.Refunds;
import io.takewithott.payment.request.Given;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a host does: pausing, closing, removing by a rule, handing over. */
public final class HostResource {
  private static final int LONGEST_TEXT = 500;

  private final PartyStore parties;
  private final Memberships memberships;
  private final Refunds refunds;
  private final Today today;

  public HostResource(PartyStore parties, Memberships memberships, Refunds refunds, Today today) {
    this.parties = parties;
    this.memberships = memberships;
    this.refunds = refunds;
    this.today = today;
  }

  /** Lets others join, or not; one database call. */
  public Response move(Request request) {
    PartyState wanted = PartyState.wanted(request.body(StateRequest.class).state());
    if (!parties.move(request.pathId("id"), request.requireCaller().userId(), wanted)) {
      throw notYours();
    }
    return Response.noContent();
  }

  /**
   * Closes a party. Whoever is in it gets the days back that are not served: here as far as time
   * allows, and by schedule.
   */
  public Response close(Request request) {
    long partyId = request.pathId("id");
    if (!parties.move(partyId, request.requireCaller().userId(), PartyState.CLOSED)) {
      throw notYours();
    }
    for (Left left : parties.members(partyId)) {
      memberships.end(left.membershipId(), Leaving.CLOSED);
    }
    refunds.runOnce();
    return Response.noContent();
  }

  /** Removes a member by one of the rules; days not served come back to them, fee included. */
  public Response remove(Request request) {
    long hostId = request.requireCaller().userId();
    long partyId = request.pathId("id");
    RemovalRequest given = request.body(RemovalRequest.class);
    Removal rule = Removal.of(given.rule());
    if (rule != Removal.UNPAID) {
      Given.text("text", given.text(), LONGEST_TEXT);
    }
    Optional<Ending> ending =
        memberships.end(
            request.pathId("membershipId"),
            Leaving.REMOVED,
            standing -> removable(standing, hostId, partyId, rule));
    if (ending.isEmpty()) {
      throw new AppException(ErrorCode.NOT_FOUND, "There is no such member");
    }
    refunds.runOnce();
    return Response.noContent();
  }

  private static boolean removable(Standing standing, long hostId, long partyId, Removal rule) {
    if (standing.hostId() != hostId || standing.partyId() != partyId) {
      return false;
    }
    if (standing.hasOpenClaim()) {
      throw new AppException(
          ErrorCode.CONFLICT, "This member has made a claim: it has to be decided first");
    }
    if (rule == Removal.UNPAID && standing.stands() != MembershipState.PAUSED) {
      throw new AppException(ErrorCode.CONFLICT, "This member has paid");
    }
    return true;
  }

  /** Asks a member to take over; one database call. */
  public Response offer(Request request) {
    Long membershipId = request.body(OfferRequest.class).membershipId();
    long hostId = request.requireCaller().userId();
    if (membershipId == null || !parties.offer(request.pathId("id"), hostId, membershipId)) {
      throw notYours();
    }
    return Response.noContent();
  }

  /**
   * The member who was asked takes over: what they paid for days to come comes back, and the days
   * that are over are the old host's.
   */
  public Response takeOver(Request request) {
    long userId = request.requireCaller().userId();
    long partyId = request.pathId("id");
    if (parties.inDoubt(partyId, userId).isEmpty()) {
      throw notYours();
    }
    List<Left> members = parties.members(partyId);
    for (Left left : members) {
      memberships.store().find(left.membershipId(), today.now()).ifPresent(memberships::credit);
    }
    if (parties.inDoubt(partyId, userId).orElse(1) > 0) {
      throw new AppException(
          ErrorCode.CONFLICT,
          "Somebody has not confirmed their access yet, or has made a claim: a party changes hands"
              + " when that is settled");
    }
    memberships
        .store()
        .find(partyId, userId, today.now())
        .ifPresent(own -> memberships.end(own.membershipId(), Leaving.HOSTING));
    if (!parties.handOver(partyId, userId)) {
      throw new AppException(ErrorCode.CONFLICT, "The party has changed meanwhile; try again");
    }
    refunds.runOnce();
    return Response.noContent();
  }

  private static AppException notYours() {
    return new AppException(ErrorCode.NOT_FOUND, "There is no such party of yours");
  }

  /** The rules by which a host may remove somebody. */
  enum Removal {
    /** A month could not be charged. */
    UNPAID,
    /** They let others use their seat. */
    SHARED_FURTHER,
    /** They changed what they were given: the password, other people's profiles. */
    MISUSED;

    static Removal of(@Nullable String text) {
      return Stream.of(values())
          .filter(rule -> rule.name().equals(text))
          .findFirst()
          .orElseThrow(() -> Given.refused("rule", "Members are removed for " + List.of(values())));
    }
  }

  record StateRequest(@Nullable String state) {}

  record RemovalRequest(@Nullable String rule, @Nullable String text) {}

  record OfferRequest(@Nullable Long membershipId) {}
}
