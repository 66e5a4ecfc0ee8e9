package io.takewithott.payment.party;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Caller;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.payment.member.Leaving;
import io.takewithott.payment.member.PaidMonth;
import io.takewithott.payment.member.Refund;
import io.takewithott.payment.money.Today;
import io.takewithott.payment.money.Won;
import io.takewithott.payment.order.OrderIds;
import io.takewithott.payment.party.PartyStore.Listed;
import io.takewithott.payment.party.PartyStore.Search;
import io.takewithott.payment.plan.Plan;
import io.takewithott.payment.plan.PlanStore;
import io.takewithott.payment.request.Given;
import io.takewithott.payment.request.IdempotencyKey;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Making, finding and seeing parties. Making one takes three database calls, everything else one.
 */
public final class PartyResource {
  private static final int MOST_WON = 1_100_000;

  private final PartyStore parties;
  private final PlanStore plans;
  private final OrderIds ids;
  private final Today today;

  public PartyResource(PartyStore parties, PlanStore plans, OrderIds ids, Today today) {
    this.parties = parties;
    this.plans = plans;
    this.ids = ids;
    this.today = today;
  }

  public Response create(Request request) {
    long hostId = request.requireCaller().userId();
    String key = IdempotencyKey.of(request);
    PartyRequest.Checked given = request.body(PartyRequest.class).checked(today);
    Plan plan =
        plans
            .find(given.service(), given.plan())
            .orElseThrow(() -> Given.refused("plan", "There is no such plan"));
    long partyId =
        parties
            .create(hostId, plan, given, ids.invitation(), key)
            .or(() -> parties.replayed(hostId, key))
            .orElseThrow(
                () -> new AppException(ErrorCode.CONFLICT, "You host as many parties as one can"));
    return Response.created(response(found(partyId, hostId, null)));
  }

  public Response list(Request request) {
    Search search =
        new Search(
            Given.cursor(request, Long.MAX_VALUE),
            request.query("service").map(text -> Given.text("service", text, 40)).orElse(null),
            Given.number(request, "mostWon", 0, MOST_WON).orElse(MOST_WON),
            Given.number(request, "seats", 1, 9).orElse(1),
            request.query("startsBy").map(PartyResource::day).orElse(today.date().plusYears(1)));
    List<Listed> found = parties.list(search);
    List<Listed> page = found.subList(0, Math.min(found.size(), PartyStore.PAGE));
    boolean more = found.size() > page.size();
    return Response.ok(
        new PageResponse(
            page.stream().map(ListedResponse::of).toList(),
            more ? page.get(page.size() - 1).partyId() : null));
  }

  public Response party(Request request) {
    return Response.ok(response(seen(request)));
  }

  public Response mine(Request request) {
    return Response.ok(new MineResponse(parties.mine(request.requireCaller().userId())));
  }

  /** What would come back on a day: the function that pays, for the seat that is next. */
  public Response refundPreview(Request request) {
    Party party = seen(request);
    LocalDate begins = begins(party);
    int days = PaidMonth.daysFrom(begins);
    int day =
        Given.number(request, "day", 0, days)
            .orElseThrow(() -> Given.refused("day", "Say after how many days, 0 to " + days));
    Refund left = Refund.of(party.share(), party.fee(), days, day, Leaving.LEFT);
    Refund removed = Refund.of(party.share(), party.fee(), days, day, Leaving.CLOSED);
    return Response.ok(
        new PreviewResponse(
            day,
            days,
            party.share().plus(party.fee()),
            left.total(),
            removed.total(),
            left.toHost()));
  }

  private Party seen(Request request) {
    long userId = request.caller().map(Caller::userId).orElse(0L);
    return found(request.pathId("id"), userId, request.query("code").orElse(null));
  }

  private Party found(long partyId, long userId, @Nullable String code) {
    Optional<Party> party = parties.find(partyId, userId, code).filter(Party::visible);
    return party.orElseThrow(
        () -> new AppException(ErrorCode.NOT_FOUND, "There is no party " + partyId));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException malformed) {
      throw Given.refused("startsBy", "A day is written as in 2026-12-01");
    }
  }

  private LocalDate begins(Party party) {
    return party.startsOn().isAfter(today.date()) ? party.startsOn() : today.date();
  }

  private PartyResponse response(Party party) {
    LocalDate begins = begins(party);
    return new PartyResponse(
        party.partyId(),
        party.host(),
        party.service(),
        party.plan(),
        party.planName(),
        party.seatType(),
        party.title(),
        party.relation(),
        party.state(),
        party.price(),
        new PriceLine(party.share(), party.fee(), party.share().plus(party.fee())),
        party.startsOn(),
        begins,
        begins.plusMonths(1),
        party.nextSeat().isPresent(),
        party.seats(),
        new RuleResponse(party.rule(), party.ruleSource(), party.ruleAsOf()),
        party.offered() ? true : null,
        party.inviteCode());
  }

  record PageResponse(List<ListedResponse> parties, @Nullable Long next) {}

  record ListedResponse(
      long partyId,
      String service,
      String plan,
      String planName,
      String title,
      String host,
      int seats,
      int free,
      PriceLine monthly,
      LocalDate startsOn) {
    static ListedResponse of(Listed listed) {
      return new ListedResponse(
          listed.partyId(),
          listed.service(),
          listed.plan(),
          listed.planName(),
          listed.title(),
          listed.host(),
          listed.seats(),
          listed.free(),
          new PriceLine(listed.share(), listed.fee(), listed.share().plus(listed.fee())),
          listed.startsOn());
    }
  }

  record MineResponse(List<PartyStore.Mine> parties) {}

  /** What a month costs: nothing is added later. */
  record PriceLine(Won share, Won fee, Won total) {}

  record RuleResponse(String rule, String source, LocalDate asOf) {}

  /**
   * @param firstDay of a month that is paid for now
   * @param nextChargeOn the day after its last one
   * @param offered whether the caller is asked to take over
   */
  record PartyResponse(
      long partyId,
      String host,
      String service,
      String plan,
      String planName,
      String seatType,
      String title,
      String relation,
      String state,
      Won price,
      PriceLine monthly,
      LocalDate startsOn,
      LocalDate firstDay,
      LocalDate nextChargeOn,
      boolean hasFreeSeat,
      List<Party.SeatRow> seats,
      RuleResponse rule,
      @Nullable Boolean offered,
      @Nullable String inviteCode) {}

  /**
   * @param ifYouLeave what comes back of it
   * @param ifItEnds what comes back where the host ends it, or does not serve
   */
  record PreviewResponse(int day, int days, Won paid, Won ifYouLeave, Won ifItEnds, Won toHost) {}
}
