package io.takewithott.payment.party;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.payment.member.Ending;
import io.takewithott.payment.member.Leaving;
import io.takewithott.payment.member.Memberships;
import io.takewithott.payment.member.Standing;
import io.takewithott.payment.money.Today;
import io.takewithott.payment.money.Won;
import io.takewithott.payment.refund.Refunds;
import io.takewithott.payment.request.Given;
import org.jspecify.annotations.Nullable;

/** What a member does: confirming access, and leaving. */
public final class MemberResource {
  private static final String NOW = "now";
  private static final String MONTH_END = "month-end";

  /** Takes back that one leaves at the month's end. */
  private static final String NEVER = "never";

  private final Memberships memberships;
  private final Refunds refunds;
  private final Today today;

  public MemberResource(Memberships memberships, Refunds refunds, Today today) {
    this.memberships = memberships;
    this.refunds = refunds;
    this.today = today;
  }

  /** The member has access, so that the host is credited from now on; one database call. */
  public Response confirmAccess(Request request) {
    long userId = request.requireCaller().userId();
    if (!memberships.store().confirmAccess(request.pathId("id"), userId, today.now())) {
      throw notInside();
    }
    return Response.noContent();
  }

  /** Leaves now, with what is not served, or when the month is over. */
  public Response leave(Request request) {
    long userId = request.requireCaller().userId();
    long partyId = request.pathId("id");
    String when = request.body(LeaveRequest.class).when();
    if (MONTH_END.equals(when) || NEVER.equals(when)) {
      if (!memberships.store().renew(partyId, userId, NEVER.equals(when))) {
        throw notInside();
      }
      return Response.ok(new LeaveResponse(Won.NONE));
    }
    if (!NOW.equals(when)) {
      throw Given.refused("when", "Leave now, at month-end, or never");
    }
    Standing own =
        memberships
            .store()
            .find(partyId, userId, today.now())
            .orElseThrow(MemberResource::notInside);
    Ending ending =
        memberships
            .end(own.membershipId(), Leaving.LEFT, MemberResource::mayLeave)
            .orElseThrow(MemberResource::notInside);
    refunds.runOnce();
    return Response.ok(new LeaveResponse(ending.total()));
  }

  private static boolean mayLeave(Standing standing) {
    if (standing.hasOpenClaim()) {
      throw new AppException(
          ErrorCode.CONFLICT,
          "Your claim would give back more: withdraw it first, or wait for the decision");
    }
    return true;
  }

  private static AppException notInside() {
    return new AppException(ErrorCode.NOT_FOUND, "You are no member of this party");
  }

  record LeaveRequest(@Nullable String when) {}

  /**
   * @param givenBack what is on its way back
   */
  record LeaveResponse(Won givenBack) {}
}
