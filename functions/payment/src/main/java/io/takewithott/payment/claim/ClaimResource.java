package io.takewithott.payment.claim;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.payment.audit.DeskAction;
import io.takewithott.payment.claim.Claim.ClaimResponse;
import io.takewithott.payment.member.Ending;
import io.takewithott.payment.member.Leaving;
import io.takewithott.payment.member.Memberships;
import io.takewithott.payment.member.Standing;
import io.takewithott.payment.money.Today;
import io.takewithott.payment.money.Won;
import io.takewithott.payment.refund.Refunds;
import io.takewithott.payment.request.Given;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Claims of members, answers of hosts, decisions of ours. */
public final class ClaimResource {
  private static final int LONGEST_TEXT = 2000;

  private final ClaimStore claims;
  private final Memberships memberships;
  private final Refunds refunds;
  private final Today today;
  private final Won large;

  /**
   * @param large from here on two of us have to agree
   */
  public ClaimResource(
      ClaimStore claims, Memberships memberships, Refunds refunds, Today today, Won large) {
    this.claims = claims;
    this.memberships = memberships;
    this.refunds = refunds;
    this.today = today;
    this.large = large;
  }

  /** Three database calls. */
  public Response open(Request request) {
    long userId = request.requireCaller().userId();
    long partyId = request.pathId("id");
    OpenRequest given = request.body(OpenRequest.class);
    ClaimKind kind = ClaimKind.of(given.kind());
    String evidence = Given.text("evidence", given.evidence(), LONGEST_TEXT);
    Standing standing =
        memberships
            .store()
            .find(partyId, userId, today.now())
            .orElseThrow(
                () -> new AppException(ErrorCode.NOT_FOUND, "You are no member of this party"));
    if (standing.hasOpenClaim()) {
      throw new AppException(ErrorCode.CONFLICT, "You have made a claim that is not decided");
    }
    if (standing.confirmed() == (kind == ClaimKind.NO_ACCESS)) {
      throw new AppException(
          ErrorCode.CONFLICT,
          standing.confirmed()
              ? "You have had access: claim that it was lost"
              : "You have not confirmed that you ever had access: claim that you have none");
    }
    long claimId =
        claims
            .open(
                standing,
                kind,
                evidence,
                Ending.of(claimed(standing, kind), Leaving.CLAIM, today.date()).total())
            .orElseThrow(
                () ->
                    new AppException(
                        ErrorCode.UNAVAILABLE, "This is being changed elsewhere; try again"));
    return Response.created(found(claimId).response(large));
  }

  /** The membership as it will be when the claim is there. */
  private Standing claimed(Standing standing, ClaimKind kind) {
    return new Standing(
        standing.membershipId(),
        standing.partyId(),
        standing.userId(),
        standing.hostId(),
        standing.state(),
        standing.version(),
        standing.renews(),
        standing.confirmed(),
        kind.column(),
        today.date(),
        standing.months());
  }

  public Response ofParty(Request request) {
    long userId = request.requireCaller().userId();
    List<Claim> found = claims.ofParty(request.pathId("id"), userId);
    if (found.isEmpty()) {
      throw new AppException(ErrorCode.NOT_FOUND, "You are not in this party");
    }
    return Response.ok(page(found.stream().filter(claim -> claim.claimId() != 0).toList()));
  }

  /** The host agrees, or says why not. */
  public Response answer(Request request) {
    long hostId = request.requireCaller().userId();
    Claim claim = found(request.pathId("id"));
    if (claim.hostId() != hostId) {
      throw absent();
    }
    AnswerRequest given = request.body(AnswerRequest.class);
    if (Boolean.TRUE.equals(given.agree())) {
      require(claims.uphold(claim, null, hostId, null));
      carryOut(claim);
    } else {
      require(claims.contest(claim, Given.text("text", given.text(), LONGEST_TEXT)));
    }
    return Response.ok(found(claim.claimId()).response(large));
  }

  public Response withdraw(Request request) {
    Claim claim = found(request.pathId("id"));
    if (claim.userId() != request.requireCaller().userId()) {
      throw absent();
    }
    require(claims.withdraw(claim));
    return Response.noContent();
  }

  /** For administrators, those that wait for them unless a state is named; one database call. */
  public Response ofDesk(Request request) {
    String state = request.query("state").map(ClaimResource::state).orElse(null);
    return Response.ok(
        page(
            claims.ofDesk(
                state,
                Given.id(request, "partyId"),
                Given.id(request, "userId"),
                Given.cursor(request, 0))));
  }

  private static String state(String text) {
    return Stream.of(ClaimState.values())
        .map(ClaimState::column)
        .filter(text::equals)
        .findFirst()
        .orElseThrow(() -> Given.refused("state", "There is no such state of a claim"));
  }

  /** For administrators: of a large claim the first one proposes, and another one decides. */
  public Response decide(Request request) {
    long adminId = request.requireCaller().userId();
    Claim claim = found(request.pathId("id"));
    DecisionRequest given = request.body(DecisionRequest.class);
    Boolean wanted = given.uphold();
    if (wanted == null) {
      throw Given.refused("uphold", "Say whether the claim is upheld");
    }
    String text = Given.text("text", given.text(), LONGEST_TEXT);
    if (claim.concerns(adminId)) {
      throw new AppException(ErrorCode.FORBIDDEN, "Nobody decides on a claim of their own");
    }
    Optional<Long> first = claim.firstToDecide(today.now());
    if (claim.isLarge(large) && first.isEmpty()) {
      require(claims.propose(claim, adminId, wanted, text));
    } else if (first.filter(person -> person == adminId).isPresent()) {
      throw new AppException(ErrorCode.FORBIDDEN, "Somebody else has to agree with you");
    } else if (claim.proposed() != null && !claim.proposed().equals(wanted)) {
      require(claims.disagree(claim, adminId, text));
    } else if (wanted) {
      require(claims.uphold(claim, DeskAction.CLAIM_UPHELD, adminId, text));
      carryOut(claim);
    } else {
      require(claims.reject(claim, adminId, text));
    }
    return Response.ok(found(claim.claimId()).response(large));
  }

  private void carryOut(Claim claim) {
    memberships.end(claim.membershipId(), Leaving.CLAIM);
    refunds.runOnce();
  }

  private Claim found(long claimId) {
    return claims.find(claimId).orElseThrow(ClaimResource::absent);
  }

  private static AppException absent() {
    return new AppException(ErrorCode.NOT_FOUND, "There is no such claim");
  }

  private static void require(boolean moved) {
    if (!moved) {
      throw new AppException(ErrorCode.CONFLICT, "The claim does not stand where this is possible");
    }
  }

  record OpenRequest(@Nullable String kind, @Nullable String evidence) {}

  record AnswerRequest(@Nullable Boolean agree, @Nullable String text) {}

  record DecisionRequest(@Nullable Boolean uphold, @Nullable String text) {}

  private ClaimsResponse page(List<Claim> found) {
    Long next = found.size() == ClaimStore.PAGE ? found.get(found.size() - 1).claimId() : null;
    return new ClaimsResponse(found.stream().map(claim -> claim.response(large)).toList(), next);
  }

  record ClaimsResponse(List<ClaimResponse> claims, @Nullable Long next) {}
}
