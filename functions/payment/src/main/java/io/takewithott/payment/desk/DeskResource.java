package io.takewithott.payment.desk;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.payment.desk.DeskStore.ActionRow;
import io.takewithott.payment.desk.DeskStore.Payment;
import io.takewithott.payment.desk.DeskStore.RefundRow;
import io.takewithott.payment.desk.Proposal.ProposalResponse;
import io.takewithott.payment.money.Today;
import io.takewithott.payment.money.Won;
import io.takewithott.payment.refund.Refunds;
import io.takewithott.payment.request.Given;
import io.takewithott.payment.request.IdempotencyKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refunds at the desk, for administrators. One of us proposes; a small one is made at once, a large
 * one when another one of us agrees. Proposing makes four database calls, and two more where it is
 * made at once.
 */
public final class DeskResource {
  private static final int LONGEST_REASON = 500;
  private static final int MOST_WON = 1_010_000;
  private static final Set<String> REFUND_STATES = Set.of("open", "done", "stuck");
  private static final Set<String> PROPOSAL_STATES =
      Set.of("proposed", "approved", "declined", "expired");

  private final DeskStore desk;
  private final Refunds refunds;
  private final Today today;
  private final Won large;

  /**
   * @param large from here on two of us have to agree
   */
  public DeskResource(DeskStore desk, Refunds refunds, Today today, Won large) {
    this.desk = desk;
    this.refunds = refunds;
    this.today = today;
    this.large = large;
  }

  /** One database call. */
  public Response refunds(Request request) {
    List<RefundRow> rows =
        desk.refunds(
            state(request, REFUND_STATES),
            Given.id(request, "partyId"),
            Given.id(request, "userId"),
            Given.cursor(request, Long.MAX_VALUE));
    return Response.ok(
        new RefundsResponse(
            rows.stream().map(RefundResponse::of).toList(),
            rows.size() == DeskStore.PAGE ? rows.get(rows.size() - 1).refundNo() : null));
  }

  /** One database call. */
  public Response proposals(Request request) {
    List<Proposal> rows =
        desk.proposals(state(request, PROPOSAL_STATES), Given.cursor(request, Long.MAX_VALUE));
    return Response.ok(
        new ProposalsResponse(
            rows.stream().map(row -> row.response(today.now())).toList(),
            rows.size() == DeskStore.PAGE ? rows.get(rows.size() - 1).proposalId() : null));
  }

  /** What was decided, by whom, the latest first; one database call. */
  public Response actions(Request request) {
    List<ActionRow> rows = desk.actions(Given.cursor(request, Long.MAX_VALUE));
    return Response.ok(
        new ActionsResponse(
            rows.stream().map(ActionResponse::of).toList(),
            rows.size() == DeskStore.PAGE ? rows.get(rows.size() - 1).actionId() : null));
  }

  public Response propose(Request request) {
    long adminId = request.requireCaller().userId();
    ProposeRequest given = request.body(ProposeRequest.class);
    Payment payment = payment(given.orderId(), adminId);
    String key = IdempotencyKey.of(request);
    Won amount = new Won(Given.number("amount", given.amount(), 1, MOST_WON));
    String reason = Given.text("reason", given.reason(), LONGEST_REASON);
    Optional<Proposal> replayed = desk.replayed(adminId, key);
    if (replayed.isEmpty()) {
      requirePossible(payment, amount);
      desk.lapse(payment.orderId());
      desk.propose(adminId, payment.orderId(), amount, reason, amount.compareTo(large) >= 0, key);
    }
    Proposal proposal =
        replayed
            .or(() -> desk.replayed(adminId, key))
            .orElseThrow(
                () ->
                    new AppException(
                        ErrorCode.CONFLICT,
                        "Another refund of this payment waits for somebody to agree"));
    if (!proposal.orderId().equals(payment.orderId()) || !proposal.amount().equals(amount)) {
      throw new AppException(
          ErrorCode.CONFLICT, "This Idempotency-Key was used for another refund");
    }
    if (!proposal.needsTwo() && proposal.isOpen(today.now())) {
      carryOut(proposal, adminId);
      proposal = found(proposal.proposalId());
    }
    return Response.created(proposal.response(today.now()));
  }

  /** Another one of us agrees. */
  public Response approve(Request request) {
    long adminId = request.requireCaller().userId();
    Proposal proposal = found(request.pathId("id"));
    Payment payment = payment(proposal.orderId(), adminId);
    if (proposal.needsTwo() && proposal.proposedBy() == adminId) {
      throw new AppException(ErrorCode.FORBIDDEN, "Somebody else has to agree with you");
    }
    if (!proposal.isOpen(today.now())) {
      throw new AppException(ErrorCode.CONFLICT, "This does not wait for anybody any more");
    }
    requirePossible(payment, proposal.amount());
    carryOut(proposal, adminId);
    return Response.ok(found(proposal.proposalId()).response(today.now()));
  }

  /** Somebody, also who proposed it, thinks otherwise. */
  public Response decline(Request request) {
    Proposal proposal = found(request.pathId("id"));
    String text = Given.text("text", request.body(DeclineRequest.class).text(), LONGEST_REASON);
    if (!desk.decline(proposal, request.requireCaller().userId(), text)) {
      throw new AppException(ErrorCode.CONFLICT, "This does not wait for anybody any more");
    }
    return Response.ok(found(proposal.proposalId()).response(today.now()));
  }

  private void carryOut(Proposal proposal, long adminId) {
    if (!desk.approve(proposal, adminId)) {
      throw new AppException(
          ErrorCode.CONFLICT, "This was decided elsewhere, or the payment has changed; look again");
    }
    refunds.runOnce();
  }

  private Payment payment(@Nullable String orderId, long adminId) {
    if (orderId == null || !orderId.matches("[A-Za-z0-9_-]{1,100}")) {
      throw Given.refused("orderId", "This is no id of an order");
    }
    Payment payment =
        desk.payment(orderId)
            .orElseThrow(() -> new AppException(ErrorCode.NOT_FOUND, "There is no such order"));
    if (payment.concerns(adminId)) {
      throw new AppException(ErrorCode.FORBIDDEN, "Nobody decides on a payment of their own");
    }
    return payment;
  }

  private static void requirePossible(Payment payment, Won amount) {
    if (!payment.state().equals("paid") || amount.amount() > payment.possible()) {
      throw new AppException(
          ErrorCode.CONFLICT,
          "Of this payment "
              + (payment.state().equals("paid") ? payment.possible() : 0)
              + " won can be given back here: what is not served yet comes back when the membership"
              + " ends, or by a claim",
          Map.of("possible", payment.possible()));
    }
  }

  private Proposal found(long proposalId) {
    return desk.find(proposalId)
        .orElseThrow(
            () -> new AppException(ErrorCode.NOT_FOUND, "There is no such proposed refund"));
  }

  private static @Nullable String state(Request request, Set<String> states) {
    Optional<String> state = request.query("state");
    if (state.isPresent() && !states.contains(state.get())) {
      throw Given.refused("state", "There is no such state");
    }
    return state.orElse(null);
  }

  record ProposeRequest(
      @Nullable String orderId, @Nullable Integer amount, @Nullable String reason) {}

  record DeclineRequest(@Nullable String text) {}

  record ProposalsResponse(List<ProposalResponse> proposals, @Nullable Long next) {}

  record RefundsResponse(List<RefundResponse> refunds, @Nullable Long next) {}

  record RefundResponse(
      String refundId,
      String orderId,
      long partyId,
      long userId,
      Won amount,
      String reason,
      String state,
      int attempts,
      Instant decidedAt,
      @Nullable Instant doneAt,
      @Nullable Instant nextTryAt) {
    static RefundResponse of(RefundRow row) {
      return new RefundResponse(
          row.refundId(),
          row.orderId(),
          row.partyId(),
          row.userId(),
          row.amount(),
          row.reason(),
          row.state(),
          row.attempts(),
          Instant.ofEpochSecond(row.decidedSeconds()),
          moment(row.doneSeconds()),
          moment(row.nextSeconds()));
    }

    private static @Nullable Instant moment(@Nullable Long seconds) {
      return seconds == null ? null : Instant.ofEpochSecond(seconds);
    }
  }

  record ActionsResponse(List<ActionResponse> actions, @Nullable Long next) {}

  /**
   * @param subjectId a claim or a proposed refund, by the action
   */
  record ActionResponse(
      long actionId,
      long actorId,
      String action,
      long subjectId,
      long partyId,
      Won amount,
      @Nullable String text,
      Instant at) {
    static ActionResponse of(ActionRow row) {
      return new ActionResponse(
          row.actionId(),
          row.actorId(),
          row.action(),
          row.subjectId(),
          row.partyId(),
          row.amount(),
          row.text(),
          Instant.ofEpochSecond(row.seconds()));
    }
  }
}
